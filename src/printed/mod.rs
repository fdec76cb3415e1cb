//! Numbers and units as articles print them: what is checked and what is drafted is read alike.
#![cfg_attr(
    not(all(feature = "article", feature = "draft")),
    allow(dead_code, reason = "each takes another part")
)]

pub mod number;
pub mod unit;
