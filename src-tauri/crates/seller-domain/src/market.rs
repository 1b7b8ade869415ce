//! Markets of the platform and their currencies.

use serde::{Deserialize, Serialize};
use std::fmt;
use ts_rs::TS;

/// A country's TikTok Shop.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "UPPERCASE")]
#[allow(missing_docs, reason = "the ISO code says it")]
pub enum Market {
    Us,
    Gb,
    De,
    Fr,
    It,
    Es,
    Ie,
    Mx,
    Br,
    Jp,
    Id,
    My,
    Ph,
    Sg,
    Th,
    Vn,
}

impl Market {
    /// All markets, the first one offered first.
    pub const ALL: [Self; 16] = [
        Self::Us,
        Self::Gb,
        Self::De,
        Self::Fr,
        Self::It,
        Self::Es,
        Self::Ie,
        Self::Mx,
        Self::Br,
        Self::Jp,
        Self::Id,
        Self::My,
        Self::Ph,
        Self::Sg,
        Self::Th,
        Self::Vn,
    ];

    /// The currency that shops of this market sell in.
    pub fn currency(self) -> Currency {
        match self {
            Self::Us => Currency::Usd,
            Self::Gb => Currency::Gbp,
            Self::De | Self::Fr | Self::It | Self::Es | Self::Ie => Currency::Eur,
            Self::Mx => Currency::Mxn,
            Self::Br => Currency::Brl,
            Self::Jp => Currency::Jpy,
            Self::Id => Currency::Idr,
            Self::My => Currency::Myr,
            Self::Ph => Currency::Php,
            Self::Sg => Currency::Sgd,
            Self::Th => Currency::Thb,
            Self::Vn => Currency::Vnd,
        }
    }
}

/// A currency that a shop sells in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "UPPERCASE")]
#[allow(missing_docs, reason = "the ISO code says it")]
pub enum Currency {
    Usd,
    Gbp,
    Eur,
    Mxn,
    Brl,
    Jpy,
    Idr,
    Myr,
    Php,
    Sgd,
    Thb,
    Vnd,
}

impl Currency {
    /// All currencies.
    pub const ALL: [Self; 12] = [
        Self::Usd,
        Self::Gbp,
        Self::Eur,
        Self::Mxn,
        Self::Brl,
        Self::Jpy,
        Self::Idr,
        Self::Myr,
        Self::Php,
        Self::Sgd,
        Self::Thb,
        Self::Vnd,
    ];

    /// The ISO 4217 code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Usd => "USD",
            Self::Gbp => "GBP",
            Self::Eur => "EUR",
            Self::Mxn => "MXN",
            Self::Brl => "BRL",
            Self::Jpy => "JPY",
            Self::Idr => "IDR",
            Self::Myr => "MYR",
            Self::Php => "PHP",
            Self::Sgd => "SGD",
            Self::Thb => "THB",
            Self::Vnd => "VND",
        }
    }

    /// The currency with this ISO 4217 code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|currency| currency.code() == code)
    }

    /// How many digits after the point a price on the platform may have (RG-06).
    ///
    /// ISO 4217 gives the rupiah two; the platform shows and takes none.
    pub fn minor_digits(self) -> u32 {
        match self {
            Self::Jpy | Self::Idr | Self::Vnd => 0,
            _ => 2,
        }
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}
