//! AF-10: partners can reach the seller.

use crate::finding::{Fault, Verdict};
use crate::partner_cases::JoinCase;
use crate::policy::Policy;
use crate::rule::{Check, Grade, Rule, Source};
use email_address::{EmailAddress, Options};
use seller_domain::partner_campaign::{ContactField, PartnerChange};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AF-10",
    name: "contact_missing_or_malformed",
    grade: Grade::Block,
    sources: &[
        Source::affiliate_campaigns("Contact information is added before submitting.").zh("提交之前填写联系方式。"),
        Source::public("An e-mail address is required, messenger and phone are optional.").zh("电子邮箱必填，通讯软件账号和电话可以不填。"),
        Source::house(
            "An address has a name, an @ and a domain; a phone number has 7 to 15 digits with blanks, dots, hyphens and brackets between them; a messenger name is one line.",
        ).zh("邮箱由名称、@ 和域名组成；电话号码为 7 至 15 位数字，其间可有空格、点、连字符和括号；通讯软件账号为一行。"),
    ],
    figures: &[
        "affiliate.phone_digits_at_least",
        "affiliate.phone_digits_at_most",
        "affiliate.messenger_characters_at_most",
    ],
    page: include_str!("contact_missing_or_malformed.md"),
    checks: &[Check::Joining(check)],
};

fn check(case: &JoinCase<'_>) -> Verdict {
    let contact = case.draft.contact.trimmed();
    let faults: Vec<_> = [
        email(&contact.email),
        messenger(&contact.messenger, case.policy),
        phone(&contact.phone, case.policy),
    ]
    .into_iter()
    .flatten()
    .collect();
    if faults.is_empty() {
        return Verdict::Pass;
    }
    Verdict::Fail(faults)
}

fn email(text: &str) -> Option<Fault> {
    let fault = |variant| Fault::at(ContactField::Email.as_str()).variant(variant);
    if text.is_empty() {
        return Some(fault("no_email"));
    }
    let options = Options::default()
        .with_required_tld()
        .without_display_text()
        .without_domain_literal();
    EmailAddress::parse_with_options(text, options)
        .is_err()
        .then(|| fault("not_an_email").value(text))
}

fn messenger(text: &str, policy: &Policy) -> Option<Fault> {
    let most = policy.count("affiliate.messenger_characters_at_most")?;
    let length = text.chars().count();
    let too_long = usize::try_from(most).is_ok_and(|most| length > most);
    (too_long || text.chars().any(char::is_control)).then(|| {
        optional(ContactField::Messenger, "not_a_messenger_name")
            .limit(most)
            .value(length)
    })
}

fn phone(text: &str, policy: &Policy) -> Option<Fault> {
    if text.is_empty() {
        return None;
    }
    let least = policy.count("affiliate.phone_digits_at_least")?;
    let most = policy.count("affiliate.phone_digits_at_most")?;
    let after_plus = text.strip_prefix('+').unwrap_or(text);
    let digits = after_plus.chars().filter(char::is_ascii_digit).count();
    let between = |c: char| c.is_ascii_digit() || " .-()/".contains(c);
    let fits = u32::try_from(digits).is_ok_and(|digits| (least..=most).contains(&digits));
    (!fits || !after_plus.chars().all(between)).then(|| {
        optional(ContactField::Phone, "not_a_phone_number")
            .value(text)
            .because("least", least)
            .because("most", most)
    })
}

/// What is optional can be left out.
fn optional(part: ContactField, variant: &'static str) -> Fault {
    Fault::at(part.as_str())
        .variant(variant)
        .partner_changes([PartnerChange::Contact {
            part,
            to: String::new(),
        }])
}
