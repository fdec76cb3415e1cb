//! Words that a parameter or a result can be.

/// A parameter or result that is one of a few words.
pub trait Choice: Copy + 'static {
    /// Every choice, in the order of their numbers.
    const ALL: &'static [Self];

    /// Their words, in the same order.
    const NAMES: &'static [&'static str];

    /// Its index in that order.
    #[must_use]
    fn index(self) -> usize;

    /// The word for it.
    #[must_use]
    fn word(self) -> &'static str {
        Self::NAMES[self.index()]
    }

    /// The choice of that word.
    #[must_use]
    fn by_word(word: &str) -> Option<Self> {
        let index = Self::NAMES.iter().position(|known| *known == word)?;
        Self::ALL.get(index).copied()
    }
}

/// Declares an enum of words that can be a parameter or a result.
macro_rules! choices {
    (
        $(#[doc = $about:literal])+
        pub enum $name:ident {
            $( $(#[doc = $doc:literal])+ $variant:ident = $word:literal, )+
        }
    ) => {
        $(#[doc = $about])+
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name {
            $( $(#[doc = $doc])+ $variant, )+
        }

        impl $name {
            /// Every choice, in the order of their numbers.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];

            /// The word for it.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $( $name::$variant => $word, )+
                }
            }
        }

        #[cfg(feature = "serde")]
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                let word = self.as_str();
                to.serialize_unit_variant(stringify!($name), *self as u32, word)
            }
        }

        impl $crate::table::Choice for $name {
            const ALL: &'static [$name] = $name::ALL;
            const NAMES: &'static [&'static str] = &[$($word),+];

            fn index(self) -> usize {
                self as usize
            }
        }
    };
}
pub(crate) use choices;
