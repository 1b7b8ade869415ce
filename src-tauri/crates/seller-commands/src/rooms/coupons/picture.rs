//! The card of a promo code as a picture: the page draws it, the desk writes it and nothing else.

use crate::context::Context;
use crate::desk::Desk;
use crate::error::{Answer, CommandError};
use crate::trouble::file_answer;
use crate::wire::coupon_book::{CouponCardSave, CouponCardSaved};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use seller_exchange::atomic;
use seller_exchange::export::unwritable;
use std::io::Write;
use std::path::Path;

/// What every PNG begins with.
const SIGNATURE: [u8; 8] = *b"\x89PNG\r\n\x1a\n";

/// The largest picture in bytes: a card of a few lines stays far below.
const AT_MOST: usize = 8 * 1024 * 1024;

pub(crate) fn coupon_card_save(
    _desk: &Desk,
    context: &Context,
    request: CouponCardSave,
) -> Answer<CouponCardSaved> {
    let png = BASE64_STANDARD
        .decode(&request.png)
        .ok()
        .filter(|bytes| bytes.starts_with(&SIGNATURE) && bytes.len() <= AT_MOST)
        .ok_or_else(|| no_picture(context))?;
    let path = Path::new(&request.path);
    atomic::write(path, |file| file.write_all(&png).map_err(unwritable))
        .map_err(|error| file_answer(path, &error, context.language))?;
    Ok(CouponCardSaved {
        path: path.display().to_string(),
    })
}

fn no_picture(context: &Context) -> CommandError {
    CommandError::invalid(
        "png",
        context.say(
            "This is no PNG picture of at most 8 MB in Base64.",
            "这不是 8 MB 以内、以 Base64 编码的 PNG 图片。",
        ),
        context.say(
            "Draw the card again, or copy it as text.",
            "请重新生成卡片，或以文字形式复制。",
        ),
    )
}
