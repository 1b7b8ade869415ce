use super::*;
use proptest::prelude::*;

#[test]
fn ids_are_kept_byte_by_byte() {
    for text in [
        "1729380000000000001",
        "0012",
        "001200",
        "P-1",
        "é",
        "e\u{301}",
    ] {
        assert_eq!(ProductId::from(text).to_string(), text);
    }
    assert_ne!(SkuId::from("é"), SkuId::from("e\u{301}"));
    assert_ne!(SkuId::from("0012"), SkuId::from("12"));
}

#[test]
fn ids_that_a_spreadsheet_rounded_are_refused() {
    for text in [
        "1.72938E+18",
        "1.72938e18",
        "1729380000000000000.0",
        "1,729,380,000,000,000,000",
        "173E16",
        "17e+17",
    ] {
        let refused = undamaged(text).unwrap_err();
        assert_eq!(
            refused.to_string(),
            format!("\"{text}\" is not an id any more: a spreadsheet rounded it")
        );
    }
}

#[test]
fn other_ids_pass() {
    for text in [
        "1729380000000000001",
        "0012",
        "SKU-1E",
        "E12",
        "abc",
        "1f2e",
    ] {
        assert_eq!(undamaged(text), Ok(text));
    }
}

proptest! {
    #[test]
    fn every_id_of_nineteen_digits_passes_as_it_stands(id in "[0-9]{19}") {
        prop_assert_eq!(undamaged(&id), Ok(id.as_str()));
        let kept = ProductId::new(id.clone());
        prop_assert_eq!(kept.as_str(), id.as_str());
    }

    #[test]
    fn no_id_passes_in_scientific_notation(digits in "[1-9]", rest in "[0-9]{1,14}", power in 15u8..19) {
        let as_spreadsheets_show_it = format!("{digits}.{rest}E+{power}");
        prop_assert!(undamaged(&as_spreadsheets_show_it).is_err());
    }
}
