//! The functions, and how their answers leave.

use super::value;
#[cfg(feature = "analysis")]
use crate::analysis;
#[cfg(feature = "article")]
use crate::article;
#[cfg(feature = "calculators")]
use crate::calculators::Calculator;
#[cfg(feature = "draft")]
use crate::draft;
use crate::error::{CalculatorError, FieldCode, FieldError};
use crate::value::{Record, Value};
use serde::ser::{Error as _, Serialize, Serializer};
use std::cell::Cell;
use wasm_bindgen::prelude::*;

pub use super::error::plain_error;

/// Types of every input, result and error: generated from the parameter tables.
#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("../types.d.ts");

/// Types of the article's checks, which only some modules have.
#[cfg(feature = "article")]
#[wasm_bindgen(typescript_custom_section)]
const ARTICLE_TYPES: &str = include_str!("../article.d.ts");

/// Types of what drafts an article's file.
#[cfg(feature = "draft")]
#[wasm_bindgen(typescript_custom_section)]
const DRAFT_TYPES: &str = include_str!("../draft.d.ts");

/// The version of the module: that of the package it belongs to.
#[wasm_bindgen(skip_typescript)]
#[must_use]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").into()
}

#[cfg(feature = "calculators")]
macro_rules! exports {
    ($($name:ident $function:ident :: $type:ident;)+) => {
        $(
            /// See the calculator of this name.
            ///
            /// # Errors
            /// A [`CalculatorError`] that lists every bad field.
            #[wasm_bindgen(js_name = $name, skip_typescript)]
            pub fn $function(input: &JsValue) -> Result<JsValue, CalculatorError> {
                let input = input_of(input);
                let answer = crate::calculators::$function::$type::run(&input)?;
                to_js(&answer)
            }
        )+
    };
}
#[cfg(feature = "calculators")]
crate::calculators::for_each_calculator!(exports);

#[cfg(feature = "analysis")]
macro_rules! analyses {
    ($($name:ident $function:ident;)+) => {
        $(
            /// See the analysis of this name.
            ///
            /// # Errors
            /// A [`CalculatorError`] that lists every bad field.
            #[wasm_bindgen(js_name = $name, skip_typescript)]
            pub fn $function(request: &JsValue) -> Result<JsValue, CalculatorError> {
                let answer = analysis::$function(&input_of(request))?;
                to_js(&answer)
            }
        )+
    };
}
#[cfg(feature = "analysis")]
analysis::for_each_analysis!(analyses);

/// Recomputes and judges the claims of an article; of the built-in one where none is given. See
/// [`article::check`](crate::article::check).
///
/// # Errors
/// A [`CalculatorError`] that lists everything that is wrong with the article's file.
#[cfg(feature = "article")]
#[wasm_bindgen(js_name = checkClaims, skip_typescript)]
pub fn check_claims(article: &JsValue) -> Result<JsValue, CalculatorError> {
    let report = if article.is_undefined() {
        article::check_text(article::BUILT_IN)?
    } else {
        article::check(&value::read(article))?
    };
    to_js(&report)
}

/// The text of the file that is checked where none is given, as JSON.
#[cfg(feature = "article")]
#[wasm_bindgen(js_name = builtInArticle, skip_typescript)]
#[must_use]
pub fn built_in_article() -> String {
    article::BUILT_IN.into()
}

/// Maps the article's rule of thumb against the model. See
/// [`rule_map`](crate::article::rule_map::rule_map).
///
/// # Errors
/// A [`CalculatorError`] that lists every bad field.
#[cfg(feature = "article")]
#[wasm_bindgen(js_name = ruleMap, skip_typescript)]
pub fn rule_map(request: &JsValue) -> Result<JsValue, CalculatorError> {
    to_js(&article::rule_map::rule_map(&input_of(request))?)
}

/// Characters of the longest text that is drafted: a book.
#[cfg(feature = "draft")]
const MAX_TEXT: u32 = 1_000_000;

/// Finds the figures of a text and writes the skeleton of an article's file. See
/// [`draft`](crate::draft::draft).
///
/// # Errors
/// A [`CalculatorError`] where the text is none.
#[cfg(feature = "draft")]
#[wasm_bindgen(js_name = draftArticle, skip_typescript)]
pub fn draft_article(text: &JsValue) -> Result<JsValue, CalculatorError> {
    // Far longer than what else is read, so past the border's own limit.
    match text.dyn_ref::<js_sys::JsString>() {
        Some(text) if text.length() <= MAX_TEXT => to_js(&draft::draft(&String::from(text))),
        _ => Err(CalculatorError::from(vec![FieldError::new(
            "text",
            FieldCode::WrongType,
            &value::read(text),
        )])),
    }
}

/// A calculator's input; without one, its defaults.
fn input_of(input: &JsValue) -> Value {
    if input.is_undefined() {
        Record::new().into()
    } else {
        value::read(input)
    }
}

thread_local! {
    /// Whether what is being serialized becomes objects of JavaScript.
    static LEAVING: Cell<bool> = const { Cell::new(false) };
}

/// An answer as an object.
///
/// # Errors
/// A [`CalculatorError`] where JavaScript has no memory for it, the one thing it can lack: for structs,
/// texts and numbers it has a place.
pub(super) fn to_js<T: Serialize + ?Sized>(answer: &T) -> Result<JsValue, CalculatorError> {
    const OBJECTS: serde_wasm_bindgen::Serializer =
        serde_wasm_bindgen::Serializer::json_compatible();
    LEAVING.set(true);
    let object = answer.serialize(&OBJECTS);
    LEAVING.set(false);
    object.map_err(|_| {
        let error = FieldError::new("input", FieldCode::TooManyEntries, &Value::Null);
        vec![error].into()
    })
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = Float64Array)]
    type Copied;

    /// A copy of what the module's memory holds. js-sys's own constructor would let the error of a copy
    /// that finds no memory pass through the module's frames.
    #[wasm_bindgen(constructor, js_class = "Float64Array", catch)]
    fn new(numbers: &[f64]) -> Result<Copied, JsValue>;
}

/// A column, which serde-wasm-bindgen passes on as it is.
struct Passed<'a>(&'a [f64]);

impl Serialize for Passed<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let column = Copied::new(self.0).map_err(|_| S::Error::custom("no memory"))?;
        serde_wasm_bindgen::preserve::serialize(&column, serializer)
    }
}

pub(super) fn column(numbers: &[f64]) -> Option<impl Serialize> {
    LEAVING.get().then_some(Passed(numbers))
}
