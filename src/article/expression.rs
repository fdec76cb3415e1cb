//! The small expressions that recompute a figure: `investment / annualBenefit`.
//!
//! Numbers, names, `+ - * / ^`, parentheses and the functions of [`FUNCTIONS`]. The grammar is
//! winnow's Pratt parser; the tree is kept because figures have dimensions and slips are found by
//! its shape.

use crate::printed::unit::{Dimension, same_but_for_gpus};
use winnow::ascii::{float, multispace0};
use winnow::combinator::{
    Infix, Prefix, alt, cut_err, delimited, dispatch, expression, fail, peek, preceded, separated,
};
use winnow::prelude::*;
use winnow::token::{any, one_of, take_while};

/// The longest expression, in characters.
pub const LONGEST: usize = 400;
/// The deepest nesting of parentheses and functions.
pub const DEEPEST: usize = 24;

/// Functions of any number of arguments, or of one.
pub const FUNCTIONS: [&str; 8] = ["min", "max", "sum", "mean", "abs", "sqrt", "exp", "ln"];

/// An expression over named figures.
#[derive(Debug, Clone, PartialEq)]
pub enum Expression {
    /// A plain number.
    Number(f64),
    /// A named figure.
    Name(String),
    /// The negative of another.
    Negative(Box<Expression>),
    /// Two joined by an operator.
    Binary(Operator, Box<Expression>, Box<Expression>),
    /// A function of [`FUNCTIONS`] by its index.
    Call(usize, Vec<Expression>),
}

/// What joins two expressions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operator {
    /// Sum.
    Add,
    /// Difference.
    Subtract,
    /// Product.
    Multiply,
    /// Quotient.
    Divide,
    /// Power.
    Power,
}

/// Why a text is no expression.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// Longer than [`LONGEST`].
    TooLong,
    /// Nested deeper than [`DEEPEST`].
    TooDeep,
    /// Not of the grammar.
    Syntax,
}

/// A number in base units with what it measures.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Quantity {
    /// In base units.
    pub value: f64,
    /// What it measures.
    pub dimension: Dimension,
}

impl Quantity {
    /// A plain number.
    #[must_use]
    pub fn plain(value: f64) -> Self {
        Quantity {
            value,
            dimension: Dimension::default(),
        }
    }
}

impl Expression {
    /// Reads an expression.
    ///
    /// # Errors
    /// What is wrong with the text.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        if text.chars().count() > LONGEST {
            return Err(Fault::TooLong);
        }
        // What the parser recurses into: parentheses, powers, rows of signs.
        let (mut depth, mut signs) = (0_usize, 0_usize);
        for c in text.chars().filter(|c| !c.is_whitespace()) {
            match c {
                '(' => depth += 1,
                ')' => depth = depth.saturating_sub(1),
                _ => {}
            }
            signs = if matches!(c, '+' | '-') { signs + 1 } else { 0 };
            if depth > DEEPEST || signs > 3 {
                return Err(Fault::TooDeep);
            }
        }
        if text.matches('^').count() > DEEPEST {
            return Err(Fault::TooDeep);
        }
        tree.parse(text).map_err(|_| Fault::Syntax)
    }

    /// Every name in it, once.
    #[must_use]
    pub fn names(&self) -> Vec<&str> {
        let mut names = Vec::new();
        self.gather(&mut names);
        names
    }

    fn gather<'a>(&'a self, names: &mut Vec<&'a str>) {
        match self {
            Expression::Number(_) => {}
            Expression::Name(name) => {
                if !names.contains(&name.as_str()) {
                    names.push(name);
                }
            }
            Expression::Negative(inner) => inner.gather(names),
            Expression::Binary(_, left, right) => {
                left.gather(names);
                right.gather(names);
            }
            Expression::Call(_, arguments) => {
                for argument in arguments {
                    argument.gather(names);
                }
            }
        }
    }

    /// Its value where the names have these; `None` where a name has none, a sum mixes dimensions,
    /// or the dimension of a power depends on a figure.
    pub fn evaluate(&self, of: &dyn Fn(&str) -> Option<Quantity>) -> Option<Quantity> {
        Some(match self {
            Expression::Number(number) => Quantity::plain(*number),
            Expression::Name(name) => of(name)?,
            Expression::Negative(inner) => {
                let inner = inner.evaluate(of)?;
                Quantity {
                    value: -inner.value,
                    ..inner
                }
            }
            Expression::Binary(operator, left, right) => {
                join(*operator, left.evaluate(of)?, right.evaluate(of)?)?
            }
            Expression::Call(function, arguments) => {
                let arguments: Option<Vec<_>> = arguments
                    .iter()
                    .map(|argument| argument.evaluate(of))
                    .collect();
                call(FUNCTIONS.get(*function)?, &arguments?)?
            }
        })
    }

    /// Why it has no value whatever its names are: the innermost operator or function that what it is
    /// given does not fit, and what that measures.
    pub fn clash(
        &self,
        of: &dyn Fn(&str) -> Option<Quantity>,
    ) -> Option<(&'static str, Vec<Dimension>)> {
        let (sign, parts): (_, Vec<&Expression>) = match self {
            Expression::Number(_) | Expression::Name(_) => return None,
            Expression::Negative(inner) => return inner.clash(of),
            Expression::Binary(operator, left, right) => {
                let sign = match operator {
                    Operator::Add => "+",
                    Operator::Subtract => "-",
                    Operator::Multiply => "*",
                    Operator::Divide => "/",
                    Operator::Power => "^",
                };
                (sign, [&**left, &**right].into())
            }
            Expression::Call(function, arguments) => {
                (FUNCTIONS.get(*function)?, arguments.iter().collect())
            }
        };
        let inner = parts.iter().find_map(|part| part.clash(of));
        inner.or_else(|| {
            let found = parts.iter().map(|part| Some(part.evaluate(of)?.dimension));
            let found: Vec<Dimension> = found.collect::<Option<_>>()?;
            self.evaluate(of).is_none().then_some((sign, found))
        })
    }

    /// The two figures of a relative change: `(after − before) / before`, `after / before − 1`,
    /// `1 − after / before`; the last is a fall.
    #[must_use]
    pub fn change(&self) -> Option<Change<'_>> {
        use Operator::{Divide, Subtract};
        let one = |expression: &Expression| *expression == Expression::Number(1.0);
        match self {
            Expression::Binary(Divide, top, below) => match &**top {
                Expression::Binary(Subtract, after, before) if before == below => Some(Change {
                    before,
                    after,
                    falls: false,
                }),
                Expression::Binary(Subtract, before, after) if before == below => Some(Change {
                    before,
                    after,
                    falls: true,
                }),
                _ => None,
            },
            Expression::Binary(Subtract, left, right) if one(right) => match &**left {
                Expression::Binary(Divide, after, before) => Some(Change {
                    before,
                    after,
                    falls: false,
                }),
                _ => None,
            },
            Expression::Binary(Subtract, left, right) if one(left) => match &**right {
                Expression::Binary(Divide, after, before) => Some(Change {
                    before,
                    after,
                    falls: true,
                }),
                _ => None,
            },
            _ => None,
        }
    }

    /// What grows, and over how many periods, of a rate of growth: `(after / before) ^ (1 / years) - 1`.
    #[must_use]
    pub fn growth(&self) -> Option<(&Expression, &Expression)> {
        use Operator::{Divide, Power, Subtract};
        let one = |expression: &Expression| *expression == Expression::Number(1.0);
        let Expression::Binary(Subtract, raised, less) = self else {
            return None;
        };
        let Expression::Binary(Power, ratio, root) = &**raised else {
            return None;
        };
        match &**root {
            Expression::Binary(Divide, top, periods) if one(less) && one(top) => {
                Some((ratio, periods))
            }
            _ => None,
        }
    }

    /// Whether it is a sum of names alone, so that the roundings of its parts add up.
    #[must_use]
    pub fn is_sum(&self) -> bool {
        match self {
            Expression::Name(_) => true,
            Expression::Binary(Operator::Add, left, right) => left.is_sum() && right.is_sum(),
            Expression::Call(function, arguments) => {
                FUNCTIONS.get(*function) == Some(&"sum") && arguments.iter().all(Self::is_sum)
            }
            _ => false,
        }
    }

    /// Whether it has a number that may count something: 8, but not 1, 100 or 0.001.
    #[must_use]
    pub fn has_count(&self) -> bool {
        match self {
            Expression::Number(number) => {
                let order = libm::log10(number.abs());
                *number != 0.0 && (order - libm::round(order)).abs() > 1e-12
            }
            Expression::Name(_) => false,
            Expression::Negative(inner) => inner.has_count(),
            Expression::Binary(Operator::Power, base, _) => base.has_count(),
            Expression::Binary(_, left, right) => left.has_count() || right.has_count(),
            Expression::Call(_, arguments) => arguments.iter().any(Self::has_count),
        }
    }

    /// Whether one is divided by another.
    #[must_use]
    pub fn is_ratio(&self) -> bool {
        matches!(self, Expression::Binary(Operator::Divide, ..))
    }

    /// The two sides of a difference.
    #[must_use]
    pub fn difference(&self) -> Option<(&Expression, &Expression)> {
        match self {
            Expression::Binary(Operator::Subtract, left, right) => Some((left, right)),
            _ => None,
        }
    }
}

/// A relative change.
#[derive(Debug, Clone, Copy)]
pub struct Change<'a> {
    /// What it is relative to.
    pub before: &'a Expression,
    /// What it became.
    pub after: &'a Expression,
    /// Whether it is counted downward.
    pub falls: bool,
}

fn join(operator: Operator, left: Quantity, right: Quantity) -> Option<Quantity> {
    let mut dimension = left.dimension;
    let value = match operator {
        Operator::Add | Operator::Subtract => {
            if !same_but_for_gpus(&left.dimension, &right.dimension) {
                return None;
            }
            if operator == Operator::Add {
                left.value + right.value
            } else {
                left.value - right.value
            }
        }
        Operator::Multiply => {
            for (power, other) in dimension.iter_mut().zip(right.dimension) {
                *power = power.saturating_add(other);
            }
            left.value * right.value
        }
        Operator::Divide => {
            for (power, other) in dimension.iter_mut().zip(right.dimension) {
                *power = power.saturating_sub(other);
            }
            left.value / right.value
        }
        Operator::Power => {
            if right.dimension != Dimension::default() {
                return None;
            }
            if left.dimension != Dimension::default() {
                for power in &mut dimension {
                    let raised = f64::from(*power) * right.value;
                    if libm::trunc(raised).to_bits() != raised.to_bits() || raised.abs() > 100.0 {
                        return None;
                    }
                    *power = raised as i8;
                }
            }
            libm::pow(left.value, right.value)
        }
    };
    Some(Quantity { value, dimension })
}

fn call(function: &str, arguments: &[Quantity]) -> Option<Quantity> {
    let first = *arguments.first()?;
    let single = || (arguments.len() == 1).then_some(first);
    let plain = || single().filter(|only| only.dimension == Dimension::default());
    let alike = arguments
        .iter()
        .all(|argument| same_but_for_gpus(&argument.dimension, &first.dimension));
    let of = |value| Quantity { value, ..first };
    let values = arguments.iter().map(|argument| argument.value);
    Some(match function {
        "min" if alike => of(values.fold(f64::INFINITY, f64::min)),
        "max" if alike => of(values.fold(f64::NEG_INFINITY, f64::max)),
        "sum" if alike => of(values.sum()),
        "mean" if alike => of(values.sum::<f64>() / arguments.len() as f64),
        "abs" => {
            single()?;
            of(first.value.abs())
        }
        "sqrt" => join(Operator::Power, single()?, Quantity::plain(0.5))?,
        "exp" => of(libm::exp(plain()?.value)),
        "ln" => of(libm::log(plain()?.value)),
        _ => None?,
    })
}

type Text<'a> = &'a str;

fn tree(input: &mut Text) -> ModalResult<Expression> {
    delimited(
        multispace0,
        expression(delimited(multispace0, operand, multispace0))
            .prefix(dispatch! {preceded(multispace0, any);
                '-' => Prefix(20, |_: &mut _, inner| Ok(Expression::Negative(Box::new(inner)))),
                '+' => Prefix(20, |_: &mut _, inner| Ok(inner)),
                _ => fail,
            })
            .infix(dispatch! {preceded(multispace0, any);
                '+' => Infix::Left(10, |_: &mut _, a, b| Ok(pair(Operator::Add, a, b))),
                '-' | '−' => Infix::Left(10, |_: &mut _, a, b| Ok(pair(Operator::Subtract, a, b))),
                '*' | '×' => Infix::Left(15, |_: &mut _, a, b| Ok(pair(Operator::Multiply, a, b))),
                '/' | '÷' => Infix::Left(15, |_: &mut _, a, b| Ok(pair(Operator::Divide, a, b))),
                '^' => Infix::Right(25, |_: &mut _, a, b| Ok(pair(Operator::Power, a, b))),
                _ => fail,
            }),
        multispace0,
    )
    .parse_next(input)
}

fn pair(operator: Operator, left: Expression, right: Expression) -> Expression {
    Expression::Binary(operator, Box::new(left), Box::new(right))
}

fn operand(input: &mut Text) -> ModalResult<Expression> {
    alt((
        delimited('(', cut_err(tree), ')'),
        (peek(one_of(('0'..='9', '.'))), float)
            .map(|(_, number)| number)
            .verify(|number: &f64| number.is_finite())
            .map(Expression::Number),
        named,
    ))
    .parse_next(input)
}

fn named(input: &mut Text) -> ModalResult<Expression> {
    let name = (
        one_of(|c: char| c.is_ascii_alphabetic() || c == '_'),
        take_while(0.., |c: char| c.is_ascii_alphanumeric() || c == '_'),
    )
        .take()
        .parse_next(input)?;
    let name: &str = name;
    let Some(function) = FUNCTIONS.iter().position(|function| *function == name) else {
        return Ok(Expression::Name(name.to_string()));
    };
    let arguments: Vec<Expression> = delimited(
        (multispace0, '('),
        cut_err(separated(1..=64, tree, ',')),
        ')',
    )
    .parse_next(input)?;
    Ok(Expression::Call(function, arguments))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(text: &str) -> f64 {
        let names = |name: &str| match name {
            "a" => Some(Quantity::plain(6.0)),
            "b" => Some(Quantity::plain(3.0)),
            _ => None,
        };
        let tree = Expression::parse(text).unwrap_or_else(|fault| panic!("{text}: {fault:?}"));
        tree.evaluate(&names).expect("a number").value
    }

    #[test]
    fn operators_bind_as_on_paper() {
        assert_eq!(value("a + b * 2"), 12.0);
        assert_eq!(value("(a + b) * 2"), 18.0);
        assert_eq!(value("-a ^ 2"), -36.0);
        assert_eq!(value("2 ^ 3 ^ 2"), 512.0);
        assert_eq!(value("a - b - 1"), 2.0);
        assert_eq!(value("a / b / 2"), 1.0);
        assert_eq!(value("2 * -b"), -6.0);
        assert_eq!(value(" max( a , b,1e1 ) "), 10.0);
        assert_eq!(value("mean(a, b)"), 4.5);
        assert_eq!(value("1.5e2 - .5"), 149.5);
    }

    #[test]
    fn what_is_no_expression_is_refused() {
        for text in [
            "",
            "a +",
            "(a",
            "a b",
            "1..2",
            "sum()",
            "a; b",
            "__proto__.x",
            "inf",
            "a = 1",
        ] {
            let refused = match Expression::parse(text) {
                Err(fault) => fault == Fault::Syntax,
                Ok(tree) => tree.names().iter().all(|name| *name == "inf"),
            };
            assert!(refused, "{text}");
        }
        assert_eq!(Expression::parse(&"(".repeat(30)), Err(Fault::TooDeep));
        assert_eq!(Expression::parse(&"1+".repeat(300)), Err(Fault::TooLong));
    }

    #[test]
    fn a_change_is_known_by_its_shape() {
        for text in ["(a - b) / b", "a / b - 1", "1 - a / b", "(b - a) / b"] {
            let tree = Expression::parse(text).expect("an expression");
            let change = tree.change().unwrap_or_else(|| panic!("{text}"));
            assert_eq!(*change.before, Expression::Name("b".into()), "{text}");
        }
        assert!(
            Expression::parse("a / b")
                .expect("a quotient")
                .change()
                .is_none()
        );
    }
}
