//! Which file needs which, and the shortest way round where a way leads back.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::source::{Names, Source};

/// What is passed on may be passed on again, but not for ever.
const PASSED_ON_MAX: usize = 16;

/// By file: the files it needs, and what of them.
#[derive(Default)]
pub(super) struct Graph {
    needs: BTreeMap<String, BTreeMap<String, BTreeSet<String>>>,
}

impl Graph {
    pub(super) fn of(sources: &[Source]) -> Self {
        let by_module = sources
            .iter()
            .map(|source| (source.module.as_slice(), source))
            .collect();
        let crate_ = Crate { by_module };
        let mut graph = Self::default();
        for source in sources {
            for names in &source.needed {
                let Some((file, name)) = crate_.find(names, PASSED_ON_MAX) else {
                    continue;
                };
                if file != source.file {
                    let needs = graph.needs.entry(source.file.clone()).or_default();
                    needs.entry(file).or_default().insert(name);
                }
            }
        }
        graph
    }

    /// For each need that lies on a circle a shortest one through it.
    pub(super) fn circles(&self) -> Vec<String> {
        let edges = self
            .needs
            .iter()
            .flat_map(|(from, to)| to.keys().map(move |to| (from, to)));
        let circles: BTreeSet<Vec<String>> = edges
            .filter_map(|(from, to)| {
                let mut circle = self.way(to, from)?;
                let first = circle.iter().enumerate().min_by_key(|(_, file)| *file)?.0;
                circle.rotate_left(first);
                Some(circle)
            })
            .collect();
        circles.iter().map(|circle| self.told(circle)).collect()
    }

    /// The files on a shortest way, both ends included.
    fn way(&self, from: &str, to: &str) -> Option<Vec<String>> {
        let mut came_from = BTreeMap::from([(from, from)]);
        let mut waiting = VecDeque::from([from]);
        while let Some(file) = waiting.pop_front() {
            if file == to {
                let mut way = vec![file.to_owned()];
                let mut at = file;
                while at != from {
                    at = came_from.get(at)?;
                    way.push(at.to_owned());
                }
                way.reverse();
                return Some(way);
            }
            for next in self.needs.get(file).into_iter().flat_map(BTreeMap::keys) {
                came_from.entry(next).or_insert_with(|| {
                    waiting.push_back(next);
                    file
                });
            }
        }
        None
    }

    fn told(&self, circle: &[String]) -> String {
        let nexts = circle.iter().cycle().skip(1);
        let steps = circle.iter().zip(nexts).map(|(file, next)| {
            let names: Vec<&str> = self.needs[file][next].iter().map(String::as_str).collect();
            format!(" → {next} ({})", names.join(", "))
        });
        format!("{}{}", circle[0], steps.collect::<String>())
    }
}

struct Crate<'a> {
    by_module: BTreeMap<&'a [String], &'a Source>,
}

impl Crate<'_> {
    /// The file that defines what is meant, and its name there.
    fn find(&self, names: &[String], passed_on_max: usize) -> Option<(String, String)> {
        let depth = (0..=names.len())
            .rev()
            .find(|depth| self.by_module.contains_key(&names[..*depth]))?;
        let source = self.by_module[&names[..depth]];
        let Some(name) = names.get(depth) else {
            return Some((source.file.clone(), "itself".to_owned()));
        };
        let elsewhere = source.passed_on.iter().find(|(known, _)| known == name);
        match elsewhere {
            Some((_, place)) if passed_on_max > 0 => {
                let names: Names = place.iter().chain(&names[depth + 1..]).cloned().collect();
                self.find(&names, passed_on_max - 1)
            }
            _ => Some((source.file.clone(), name.clone())),
        }
    }
}
