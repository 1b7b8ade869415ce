//! The stamp: only what was checked and found in order can be stored.

use crate::finding::Finding;
use crate::review::Review;
use crate::rule::Grade;
use std::collections::BTreeSet;

/// Something that passed the rulebook, with the warnings that the seller
/// acknowledged. It can only be made by the checks of this crate, so a write
/// that takes it cannot be reached unchecked:
///
/// ```
/// use seller_domain::registration::Draft;
/// use seller_rulebook::accepted::Acknowledged;
/// use seller_rulebook::review::accept_registration;
/// use seller_rulebook::{Accepted, Facts, Refused};
///
/// fn checked(draft: Draft, facts: &Facts) -> Result<Accepted<Draft>, Box<Refused>> {
///     accept_registration(draft, facts, &Acknowledged::new())
/// }
/// ```
///
/// Nothing else makes one. Its fields are private,
///
/// ```compile_fail,E0451
/// use seller_domain::registration::Draft;
/// use seller_rulebook::Accepted;
///
/// fn unchecked(draft: Draft) -> Accepted<Draft> {
///     Accepted { what: draft, acknowledged: Default::default() }
/// }
/// ```
///
/// so is the function that stamps,
///
/// ```compile_fail,E0624
/// use seller_domain::registration::Draft;
/// use seller_rulebook::accepted::Acknowledged;
/// use seller_rulebook::{Accepted, Refused, Review};
///
/// fn unchecked(draft: Draft) -> Result<Accepted<Draft>, Box<Refused>> {
///     Accepted::stamp(draft, Review::default(), &Acknowledged::new())
/// }
/// ```
///
/// and what was accepted cannot be exchanged for something else.
///
/// ```compile_fail,E0596
/// use seller_domain::registration::Draft;
/// use seller_rulebook::Accepted;
///
/// fn changed(accepted: &mut Accepted<Draft>) {
///     accepted.get().products.clear();
/// }
/// ```
#[derive(Debug, Clone)]
pub struct Accepted<T> {
    what: T,
    acknowledged: BTreeSet<&'static str>,
}

/// The ids of the rules whose warnings the seller acknowledged.
pub type Acknowledged = BTreeSet<String>;

/// A command that was refused: every finding, and the warnings that nobody acknowledged.
#[derive(Debug, Clone)]
pub struct Refused {
    /// All findings, also those that do not refuse.
    pub review: Review,
    /// The rules whose warnings have to be acknowledged.
    pub unacknowledged: BTreeSet<&'static str>,
}

impl<T> Accepted<T> {
    /// Stamps `what` if `review` has no blocking finding and no warning that is not in `acknowledged`.
    pub(crate) fn stamp(
        what: T,
        review: Review,
        acknowledged: &Acknowledged,
    ) -> Result<Self, Box<Refused>> {
        let warned: BTreeSet<&'static str> = review
            .findings()
            .filter(|finding| finding.grade == Grade::Warn)
            .map(|finding| finding.rule.id)
            .collect();
        let unacknowledged: BTreeSet<_> = warned
            .iter()
            .copied()
            .filter(|id| !acknowledged.contains(*id))
            .collect();
        if review.findings().any(Finding::blocks) || !unacknowledged.is_empty() {
            return Err(Box::new(Refused {
                review,
                unacknowledged,
            }));
        }
        Ok(Self {
            what,
            acknowledged: warned,
        })
    }

    /// What was accepted.
    pub fn get(&self) -> &T {
        &self.what
    }

    /// What was accepted, to be stored.
    pub fn into_inner(self) -> T {
        self.what
    }

    /// The rules whose warnings were acknowledged, to be stored with it.
    pub fn acknowledged(&self) -> &BTreeSet<&'static str> {
        &self.acknowledged
    }
}
