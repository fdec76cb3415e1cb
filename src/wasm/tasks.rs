//! Analyses that take their time, in slices that leave the page, worker or process to others.

use super::exports::to_js;
use super::value;
use crate::analysis::{BatchTask, MonteCarlo, Task, Tornado};
use crate::error::{CalculatorError, FieldCode, FieldError};
use crate::value::Value;
use js_sys::futures::{JsFuture, future_to_promise};
use js_sys::{Date, Function, Promise, Reflect};
use serde::Serialize;
use wasm_bindgen::prelude::*;
use web_sys::{AbortSignal, MessageChannel};

/// Milliseconds after which a slice ends: with the step that it is in, and a clock that shows whole
/// milliseconds, less than 8.
const SLICE: f64 = 6.0;

macro_rules! tasks {
    ($($name:ident $function:ident $task:ty;)+) => {
        $(
            /// The analysis of this name in slices: a promise of what it gives.
            #[wasm_bindgen(js_name = $name, skip_typescript)]
            pub fn $function(request: &JsValue, options: &JsValue) -> Promise {
                promised::<$task>(request, options)
            }
        )+
    };
}

tasks! {
    batchAsync batch_async BatchTask<'static>;
    monteCarloAsync monte_carlo_async MonteCarlo;
    tornadoAsync tornado_async Tornado;
}

/// The request is read at once, for its columns may be another's tomorrow.
fn promised<T>(request: &JsValue, options: &JsValue) -> Promise
where
    T: Task + 'static,
    T::Output: Serialize,
{
    started(Options::read(options).and_then(|options| {
        let task: Box<dyn Steps> = Box::new(T::read(value::read(request))?);
        Ok((task, options))
    }))
}

/// A task without its type, so that the work is not compiled for each.
trait Steps {
    /// See [`Task::step`].
    fn step(&mut self) -> f64;

    /// See [`Task::shorten`].
    fn shorten(&mut self);

    /// See [`Task::finish`].
    fn finish(self: Box<Self>) -> Result<JsValue, CalculatorError>;
}

impl<T: Task<Output: Serialize>> Steps for T {
    fn step(&mut self) -> f64 {
        Task::step(self)
    }

    fn shorten(&mut self) {
        Task::shorten(self);
    }

    fn finish(self: Box<Self>) -> Result<JsValue, CalculatorError> {
        to_js(&Task::finish(*self)?)
    }
}

fn started(task: Result<(Box<dyn Steps>, Options), CalculatorError>) -> Promise {
    future_to_promise(async move {
        let (task, options) = task?;
        work(task, &options).await
    })
}

async fn work(mut task: Box<dyn Steps>, options: &Options) -> Result<JsValue, JsValue> {
    let mut reported = 0.0;
    loop {
        options.ended()?;
        let start = Date::now();
        let mut before = start;
        let done = loop {
            let done = task.step();
            let now = Date::now();
            // Of steps of half a millisecond every other one.
            if now > before {
                task.shorten();
            }
            before = now;
            if done >= 1.0 || now - start >= SLICE {
                break done;
            }
        };
        if done >= 1.0 {
            break;
        }
        if done > reported {
            reported = done;
            options.report(done)?;
        }
        pause().await?;
    }
    let answer = task.finish()?;
    options.report(1.0)?;
    Ok(answer)
}

/// How a task is watched and ended.
struct Options {
    signal: Option<AbortSignal>,
    on_progress: Option<Function>,
}

/// The names of these.
const OPTIONS: [&str; 2] = ["signal", "onProgress"];

impl Options {
    fn read(options: &JsValue) -> Result<Self, CalculatorError> {
        let mut read = Options {
            signal: None,
            on_progress: None,
        };
        let mut errors = Vec::new();
        match value::read(options) {
            Value::Record(given) => {
                for (name, value) in given.iter() {
                    let object = Reflect::get(options, &name.into()).unwrap_or_default();
                    let is_known = OPTIONS.contains(&name);
                    if is_known && object.is_null() {
                        continue;
                    }
                    if name == OPTIONS[0] && object.is_instance_of::<AbortSignal>() {
                        read.signal = Some(object.unchecked_into());
                    } else if name == OPTIONS[1] && object.is_function() {
                        read.on_progress = Some(object.unchecked_into());
                    } else if is_known {
                        errors.push(FieldError::new(name, FieldCode::WrongType, value));
                    } else {
                        let error = FieldError::new(name, FieldCode::UnknownField, value);
                        errors.push(error.near(name, &mut OPTIONS.into_iter()));
                    }
                }
            }
            _ if options.is_undefined() => {}
            other => errors.push(FieldError::new("options", FieldCode::WrongType, &other)),
        }
        CalculatorError::of(errors)?;
        Ok(read)
    }

    /// The signal's reason where it has been given.
    fn ended(&self) -> Result<(), JsValue> {
        match &self.signal {
            Some(signal) if signal.aborted() => Err(signal.reason()),
            _ => Ok(()),
        }
    }

    fn report(&self, done: f64) -> Result<(), JsValue> {
        match &self.on_progress {
            Some(function) => function.call1(&JsValue::UNDEFINED, &done.into()).map(drop),
            None => Ok(()),
        }
    }
}

/// A way to the end of the event loop and back, without the 4 ms that browsers put before a timeout.
///
/// Each has a channel of its own: of one port Node delivers up to a thousand messages before it looks at
/// its timers again.
async fn pause() -> Result<(), JsValue> {
    let channel = MessageChannel::new()?;
    let turn = Promise::new(&mut |resolve, _| channel.port1().set_onmessage(Some(&resolve)));
    channel.port2().post_message(&JsValue::NULL)?;
    JsFuture::from(turn).await?;
    // An open port would keep Node from ending.
    channel.port1().close();
    Ok(())
}
