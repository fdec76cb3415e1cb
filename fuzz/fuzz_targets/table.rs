#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| chip_calculators_fuzz::table(bytes));
