//! Price/performance, cluster TCO and cloud break-even of AI chips.
