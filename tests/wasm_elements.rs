//! The six elements of the built package in a real page: mounted, moved, heard, removed.
//!
//! `wasm-bindgen-test-runner` serves the folder of the crate beside the test's page, so what
//! `cargo xtask build` has written to `pkg/` is loaded as any page would load it. A clone has no
//! `pkg/` yet: there these tests are reported as ignored. After a build:
//!
//! ```sh
//! wasm-pack test --headless --chrome -- --test wasm_elements -- --include-ignored
//! ```
#![cfg(target_arch = "wasm32")]

mod vectors;

use js_sys::{Array, Function, JSON, Promise, Reflect};
use serde_json::Value;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{
    CustomEvent, Document, Element, Event, EventInit, HtmlInputElement, HtmlScriptElement, Window,
};

wasm_bindgen_test_configure!(run_in_browser);

/// Everything in one file: the runner's server lets one of several requests at a time wait for long,
/// and `embed.js` asks for each element's parts together.
const SCRIPT: &str = "/pkg/embed.single.js";

/// An element, the function behind it, and attributes that make it start away from its defaults.
struct Case {
    tag: &'static str,
    function: &'static str,
    attributes: &'static [(&'static str, &'static str)],
    /// A number among the attributes, as the result's `input` must echo it.
    echoed: Option<(&'static str, f64)>,
}

const CASES: [Case; 6] = [
    Case {
        tag: "chip-price-performance",
        function: "pricePerformance",
        attributes: &[("chips", "h200-sxm h100-sxm"), ("baseline", "h100-sxm")],
        echoed: None,
    },
    Case {
        tag: "chip-cluster-tco",
        function: "clusterTco",
        attributes: &[("gpus", "64"), ("preset", "h100")],
        echoed: Some(("gpus", 64.0)),
    },
    Case {
        tag: "chip-cloud-break-even",
        function: "cloudBreakEven",
        attributes: &[("gpus", "64"), ("cloud-rate", "3.82")],
        echoed: Some(("cloudRate", 3.82)),
    },
    Case {
        tag: "chip-investment-return",
        function: "investmentReturn",
        attributes: &[("discount-rate", "0.12")],
        echoed: Some(("discountRate", 0.12)),
    },
    Case {
        tag: "chip-product-line",
        function: "productLine",
        attributes: &[("units", "5000")],
        echoed: Some(("units", 5000.0)),
    },
    Case {
        tag: "chip-scenario-outlook",
        function: "scenarioOutlook",
        attributes: &[("lang", "en")],
        echoed: None,
    },
];

#[wasm_bindgen_test]
#[ignore = "needs pkg/, which `cargo xtask build` writes"]
async fn price_performance() {
    lives(&CASES[0]).await;
}

#[wasm_bindgen_test]
#[ignore = "needs pkg/, which `cargo xtask build` writes"]
async fn cluster_tco() {
    lives(&CASES[1]).await;
}

#[wasm_bindgen_test]
#[ignore = "needs pkg/, which `cargo xtask build` writes"]
async fn cloud_break_even() {
    lives(&CASES[2]).await;
}

#[wasm_bindgen_test]
#[ignore = "needs pkg/, which `cargo xtask build` writes"]
async fn investment_return() {
    lives(&CASES[3]).await;
}

#[wasm_bindgen_test]
#[ignore = "needs pkg/, which `cargo xtask build` writes"]
async fn product_line() {
    lives(&CASES[4]).await;
}

#[wasm_bindgen_test]
#[ignore = "needs pkg/, which `cargo xtask build` writes"]
async fn scenario_outlook() {
    lives(&CASES[5]).await;
}

/// Bad figures are told by an event with every field, and the last answer stays.
#[wasm_bindgen_test]
#[ignore = "needs pkg/, which `cargo xtask build` writes"]
async fn a_bad_attribute_is_told() {
    let widget = Widget::mount("chip-cluster-tco", &[]).await;
    let answer = widget.sentence();
    let errors = Heard::on(&document(), "chip-error");
    widget.element.set_attribute("gpus", "-5").unwrap();
    widget.element.set_attribute("pue", "cool").unwrap();
    errors.wait().await;
    let fields = path(errors.last().detail(), &["error", "fields"]);
    let mut told: Vec<String> = Array::from(&fields)
        .iter()
        .map(|field| text(&path(field, &["path"])))
        .collect();
    told.sort();
    assert_eq!(told, ["gpus", "pue"]);
    assert_eq!(widget.sentence(), answer, "the last good answer stays");
    widget.element.remove();
}

/// From the tag in the page to the tag out of it.
async fn lives(case: &Case) {
    let results = Heard::on(&document(), "chip-result");
    let inputs = Heard::on(&document(), "chip-input");
    let widget = Widget::mount(case.tag, case.attributes).await;

    let shown = widget.result();
    assert_same(&widget.computed(case.function), &shown, case.tag);
    if let Some((name, value)) = case.echoed {
        assert_eq!(shown["input"][name].as_f64(), Some(value), "{}", case.tag);
    }
    let sentence = widget.sentence();
    assert!(sentence.chars().count() > 20, "{}: {sentence}", case.tag);
    assert_eq!(inputs.count(), 0, "nobody has changed anything yet");

    let before = results.count();
    assert!(before > 0, "the first result is told to the page");
    widget.control().change();
    widget.settled().await;
    assert!(inputs.count() > 0, "{}: the page hears it", case.tag);
    assert!(results.count() > before, "{}: and the result", case.tag);
    let moved = widget.result();
    assert_ne!(moved["input"], shown["input"], "{}", case.tag);
    assert_same(&widget.computed(case.function), &moved, case.tag);
    assert_ne!(widget.sentence(), sentence, "{}", case.tag);

    let heard = (inputs.count(), results.count());
    widget.element.remove();
    widget.element.set_attribute("lang", "zh").unwrap();
    frames(3).await;
    assert!(document().query_selector(case.tag).unwrap().is_none());
    assert_eq!((inputs.count(), results.count()), heard, "and is still");
}

/// A mounted element that has its first result.
struct Widget {
    element: Element,
}

impl Widget {
    async fn mount(tag: &str, attributes: &[(&str, &str)]) -> Self {
        loaded().await;
        let element = document().create_element(tag).unwrap();
        for (name, value) in attributes {
            element.set_attribute(name, value).unwrap();
        }
        body().prepend_with_node_1(&element).unwrap();
        element.scroll_into_view();
        let widget = Self { element };
        for _ in 0..500 {
            if !get(&widget.element, "result").is_undefined() {
                widget.settled().await;
                return widget;
            }
            sleep(10).await;
        }
        panic!("{tag} has not started");
    }

    /// Waits until what was changed is shown.
    async fn settled(&self) {
        frames(2).await;
        let complete: Promise = get(&self.element, "updateComplete").unchecked_into();
        JsFuture::from(complete).await.unwrap();
    }

    /// Its result as JSON, columns as lists.
    fn result(&self) -> Value {
        let lists = Function::new_with_args(
            "name, value",
            "return ArrayBuffer.isView(value) ? Array.from(value) : value",
        );
        let json = JSON::stringify_with_replacer(&get(&self.element, "result"), &lists).unwrap();
        serde_json::from_str(&String::from(json)).unwrap()
    }

    /// What this crate, as it is compiled into the test, computes for the same input.
    fn computed(&self, function: &str) -> Value {
        vectors::run(function, &self.result()["input"]).expect("what an element asked is valid")
    }

    /// The answer, in words.
    fn sentence(&self) -> String {
        let root = self.element.shadow_root().expect("an open shadow root");
        let sentence = root.query_selector("[data-part=sentence]").unwrap();
        sentence.expect("an answer").text_content().unwrap()
    }

    /// The first slider that a reader could move; of an element without one, the first choice.
    fn control(&self) -> Control {
        let root = self.element.shadow_root().expect("an open shadow root");
        let first = |selector| root.query_selector(selector).unwrap();
        match first("input[type=range]:enabled") {
            Some(slider) => Control::Slider(slider.unchecked_into()),
            None => Control::Choice(first("select:enabled").expect("a slider or a choice")),
        }
    }
}

enum Control {
    Slider(HtmlInputElement),
    Choice(Element),
}

impl Control {
    /// A slider goes to its farther end, a choice to its last word or, from there, to its first.
    fn change(&self) {
        let element: &Element = match self {
            Self::Slider(slider) => {
                let or = |text: String, default| text.parse().unwrap_or(default);
                let (min, max) = (or(slider.min(), 0.0), or(slider.max(), 100.0));
                let value = slider.value_as_number();
                let far = if value - min > max - value { min } else { max };
                slider.set_value_as_number(far);
                slider
            }
            Self::Choice(choice) => {
                let number = |name| get(choice, name).as_f64().unwrap();
                let last = number("length") - 1.0;
                let next = if number("selectedIndex") < last {
                    last
                } else {
                    0.0
                };
                Reflect::set(choice, &"selectedIndex".into(), &next.into()).unwrap();
                choice
            }
        };
        for name in ["input", "change"] {
            let how = EventInit::new();
            how.set_bubbles(true);
            how.set_composed(true);
            let event = Event::new_with_event_init_dict(name, &how).unwrap();
            element.dispatch_event(&event).unwrap();
        }
    }
}

/// The events of a name, as the page hears them.
struct Heard {
    events: Rc<RefCell<Vec<CustomEvent>>>,
    name: &'static str,
    target: Document,
    listener: Closure<dyn FnMut(CustomEvent)>,
}

impl Heard {
    fn on(target: &Document, name: &'static str) -> Self {
        let events = Rc::new(RefCell::new(Vec::new()));
        let heard = Rc::clone(&events);
        let listener = Closure::new(move |event| heard.borrow_mut().push(event));
        target
            .add_event_listener_with_callback(name, listener.as_ref().unchecked_ref())
            .unwrap();
        Self {
            events,
            name,
            target: target.clone(),
            listener,
        }
    }

    fn count(&self) -> usize {
        self.events.borrow().len()
    }

    fn last(&self) -> CustomEvent {
        self.events.borrow().last().expect("an event").clone()
    }

    async fn wait(&self) {
        for _ in 0..500 {
            if self.count() > 0 {
                return;
            }
            sleep(10).await;
        }
        panic!("no {} was heard", self.name);
    }
}

impl Drop for Heard {
    fn drop(&mut self) {
        let listener = self.listener.as_ref().unchecked_ref();
        self.target
            .remove_event_listener_with_callback(self.name, listener)
            .unwrap();
    }
}

/// Loads the script of the elements, as the tag of a page would, once.
async fn loaded() {
    if document()
        .query_selector("script[src]")
        .unwrap()
        .is_some_and(|script| is_ours(&script))
    {
        return;
    }
    let script = document().create_element("script").unwrap();
    let script: HtmlScriptElement = script.unchecked_into();
    script.set_src(SCRIPT);
    let arrived = Promise::new(&mut |resolve, reject| {
        script.set_onload(Some(&resolve));
        script.set_onerror(Some(&reject));
    });
    document().head().unwrap().append_child(&script).unwrap();
    JsFuture::from(arrived)
        .await
        .unwrap_or_else(|_| panic!("{SCRIPT} is not there: `cargo xtask build` first"));
}

fn is_ours(script: &Element) -> bool {
    script.get_attribute("src").as_deref() == Some(SCRIPT)
}

/// Equal, numbers within what a decimal text may lose of them.
fn assert_same(expected: &Value, found: &Value, at: &str) {
    match (expected, found) {
        (Value::Number(a), Value::Number(b)) => {
            let (a, b) = (a.as_f64().unwrap(), b.as_f64().unwrap());
            assert!((a - b).abs() <= 1e-14 * a.abs(), "{at}: {b}, not {a}");
        }
        (Value::Array(a), Value::Array(b)) => {
            assert_eq!(a.len(), b.len(), "{at}");
            for (index, (a, b)) in a.iter().zip(b).enumerate() {
                assert_same(a, b, &format!("{at}[{index}]"));
            }
        }
        (Value::Object(a), Value::Object(b)) => {
            assert!(a.keys().eq(b.keys()), "{at}: {a:?}, {b:?}");
            for (name, value) in a {
                assert_same(value, &b[name], &format!("{at}.{name}"));
            }
        }
        _ => assert_eq!(expected, found, "{at}"),
    }
}

fn window() -> Window {
    web_sys::window().expect("a page")
}

fn document() -> Document {
    window().document().expect("a page")
}

fn body() -> web_sys::HtmlElement {
    document().body().expect("a page")
}

fn get(of: &JsValue, name: &str) -> JsValue {
    Reflect::get(of, &name.into()).unwrap()
}

fn path(of: JsValue, names: &[&str]) -> JsValue {
    names.iter().fold(of, |of, name| get(&of, name))
}

fn text(value: &JsValue) -> String {
    value.as_string().expect("a text")
}

async fn sleep(milliseconds: i32) {
    let over = Promise::new(&mut |resolve, _| {
        window()
            .set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds)
            .unwrap();
    });
    JsFuture::from(over).await.unwrap();
}

/// Not by animation frames: a headless window may have none.
async fn frames(count: i32) {
    sleep(20 * count).await;
}
