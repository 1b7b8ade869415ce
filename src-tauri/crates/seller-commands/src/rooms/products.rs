//! The catalogue.

pub(crate) mod registered;

use crate::context::Context;
use crate::desk::Desk;
use crate::error::{Answer, CommandError};
use crate::wire::common::Page;
use crate::wire::products::{ProductDetail, ProductGet, ProductLine, ProductPage, SkuEdit};

pub(crate) fn product_page(
    _desk: &Desk,
    _context: &Context,
    _request: ProductPage,
) -> Answer<Page<ProductLine>> {
    Err(CommandError::not_built("product_page"))
}

pub(crate) fn product_get(
    _desk: &Desk,
    _context: &Context,
    _request: ProductGet,
) -> Answer<ProductDetail> {
    Err(CommandError::not_built("product_get"))
}

pub(crate) fn sku_edit(
    _desk: &Desk,
    _context: &Context,
    _request: SkuEdit,
) -> Answer<ProductDetail> {
    Err(CommandError::not_built("sku_edit"))
}
