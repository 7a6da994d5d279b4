//! Which part of a sweep is asked for: said, or found in what an engine for many jobs tells each of them.

use std::{env, fmt, ops::RangeInclusive, str::FromStr};

use serde::{Deserialize, Serialize};

/// Shard `number` of `of`, counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "[u64; 2]", try_from = "[u64; 2]")]
pub(crate) struct Shard {
    number: u64,
    of: u64,
}

impl Shard {
    /// All there is.
    pub(crate) const WHOLE: Self = Self { number: 1, of: 1 };

    /// Which of so many items are its own, counted from 1: as many as any other's, or one more or less.
    pub(crate) fn items(self, all: u64) -> RangeInclusive<u64> {
        let before =
            |shards: u64| (u128::from(all) * u128::from(shards) / u128::from(self.of)) as u64;
        before(self.number - 1) + 1..=before(self.number)
    }
}

impl TryFrom<[u64; 2]> for Shard {
    type Error = String;

    fn try_from([number, of]: [u64; 2]) -> Result<Self, String> {
        match (1..=of).contains(&number) {
            true => Ok(Self { number, of }),
            false => Err(format!(
                "shards count from 1: there is no shard {number} of {of}"
            )),
        }
    }
}

impl From<Shard> for [u64; 2] {
    fn from(shard: Shard) -> Self {
        [shard.number, shard.of]
    }
}

impl fmt::Display for Shard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.number, self.of)
    }
}

impl FromStr for Shard {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        Self::read(text, &|name| env::var(name).ok())
    }
}

impl Shard {
    /// Reads `i/N`, `slurm` or `kubernetes/N` where these variables stand.
    fn read(text: &str, variable: &dyn Fn(&str) -> Option<String>) -> Result<Self, String> {
        let told = |name: &str| {
            let value =
                variable(name).ok_or_else(|| format!("{name} is not set: this is no such job"))?;
            number(&value).map_err(|_| format!("{name} is no whole number: `{value}`"))
        };
        let pair = match text.split_once('/') {
            None if text == "slurm" => {
                let first = told("SLURM_ARRAY_TASK_MIN")?;
                let here = told("SLURM_ARRAY_TASK_ID")?;
                [
                    (here + 1).saturating_sub(first),
                    told("SLURM_ARRAY_TASK_COUNT")?,
                ]
            }
            Some(("kubernetes", of)) => [told("JOB_COMPLETION_INDEX")? + 1, number(of)?],
            Some((here, of)) => [number(here)?, number(of)?],
            None => return Err(FORMS.to_owned()),
        };
        Self::try_from(pair)
    }
}

const FORMS: &str = "write 3/100, slurm, or kubernetes/100";

/// Small enough that one more is a number too.
fn number(digits: &str) -> Result<u64, String> {
    let number = digits.parse::<u32>();
    number.map(u64::from).map_err(|_| FORMS.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, variables: &[(&str, &str)]) -> Result<String, String> {
        let variable = |asked: &str| {
            let mut all = variables.iter();
            all.find(|(name, _)| *name == asked)
                .map(|(_, value)| (*value).to_owned())
        };
        Shard::read(text, &variable).map(|shard| shard.to_string())
    }

    #[test]
    fn shards_count_from_one() {
        assert_eq!(read("1/3", &[]).unwrap(), "1/3");
        assert_eq!(read("3/3", &[]).unwrap(), "3/3");
        for wrong in [
            "0/3",
            "4/3",
            "1/0",
            "-1/3",
            "1/3/5",
            "3",
            "",
            "a/b",
            "1.5/3",
            "99999999999/3",
        ] {
            assert!(read(wrong, &[]).is_err(), "{wrong}");
        }
    }

    #[test]
    fn engines_tell_which_it_is() {
        let slurm = [
            ("SLURM_ARRAY_TASK_ID", "12"),
            ("SLURM_ARRAY_TASK_MIN", "10"),
            ("SLURM_ARRAY_TASK_COUNT", "5"),
        ];
        assert_eq!(read("slurm", &slurm).unwrap(), "3/5");
        assert!(
            read("slurm", &slurm[..2])
                .unwrap_err()
                .contains("SLURM_ARRAY_TASK_COUNT")
        );
        assert_eq!(
            read("kubernetes/8", &[("JOB_COMPLETION_INDEX", "0")]).unwrap(),
            "1/8"
        );
        assert!(read("kubernetes/8", &[("JOB_COMPLETION_INDEX", "8")]).is_err());
        assert!(
            read("kubernetes/8", &[])
                .unwrap_err()
                .contains("JOB_COMPLETION_INDEX")
        );
    }

    #[test]
    fn all_shards_together_have_each_item_once() {
        for (items, of) in [(0, 3), (1, 3), (10, 3), (3190, 100), (7, 7), (u64::MAX, 3)] {
            let mut next = 1;
            for number in 1..=of {
                let range = Shard::try_from([number, of]).unwrap().items(items);
                assert_eq!(
                    *range.start(),
                    next,
                    "shard {number} of {of}, {items} items"
                );
                next = range.end().wrapping_add(1);
            }
            assert_eq!(next, items.wrapping_add(1));
        }
    }
}
