//! Types that are one of some names, from the tables of the core.

/// The names of one of the core's tables.
pub(crate) fn table<T>(names: &[(&'static str, T)]) -> Vec<&'static str> {
    names.iter().map(|(name, _)| *name).collect()
}

/// The names of all variants: one that is missing here is missing in the match, which then does not compile.
macro_rules! every {
    ($name:path, $of:path: $($variant:ident $(($($field:expr),*))?),* $(,)?) => {{
        use $of as Of;
        let listed = |value: &Of| match value {
            $(Of::$variant { .. } => {})*
        };
        let all = [$(Of::$variant $(($($field),*))?),*];
        all.iter().for_each(listed);
        all.map($name).to_vec()
    }};
}
pub(crate) use every;

/// Makes TypeScript's union of these names.
macro_rules! union {
    ($type:ident, [$($doc:expr),*], $names:expr) => {
        impl ts_rs::TS for $type {
            type WithoutGenerics = Self;
            type OptionInnerType = Self;

            fn docs() -> Option<String> {
                let lines = [$($doc),*].join("\n *");
                Some(format!("/**\n *{lines}\n */\n"))
            }

            fn decl(cfg: &ts_rs::Config) -> String {
                format!("type {} = {};", stringify!($type), <Self as ts_rs::TS>::inline(cfg))
            }

            fn name(_: &ts_rs::Config) -> String {
                stringify!($type).to_owned()
            }

            fn inline(_: &ts_rs::Config) -> String {
                let names: Vec<&'static str> = $names;
                let quoted: Vec<String> = names.iter().map(|name| format!("{name:?}")).collect();
                quoted.join(" | ")
            }
        }
    };
}
pub(crate) use union;
