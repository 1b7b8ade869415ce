use super::*;

#[test]
fn a_score_lies_between_zero_and_five() {
    for (text, shown) in [
        ("0", "0.0"),
        ("3.5", "3.5"),
        ("3.50", "3.5"),
        ("4.25", "4.25"),
        ("5", "5.0"),
    ] {
        assert_eq!(text.parse::<Score>().unwrap().to_string(), shown);
    }
    for text in ["", "5.1", "-0.1", "3.555", "NaN", "1e0", "3,5"] {
        let refused = text.parse::<Score>().unwrap_err();
        assert_eq!(
            refused.to_string(),
            format!(
                "\"{text}\" is not a Shop Performance Score; it lies between 0 and 5, like 3.5"
            )
        );
    }
}

#[test]
fn scores_compare_by_their_number() {
    let score = |text: &str| text.parse::<Score>().unwrap();
    assert_eq!(score("3.5"), score("3.50"));
    assert!(score("3.49") < score("3.5"));
    assert_eq!(Score::from_tenths(35), score("3.5"));
}
