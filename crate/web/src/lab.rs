//! The laboratory for JavaScript: questions about all the traitors there could be.

#[cfg(feature = "benor")]
use generals::lab::phases::{phases, seeds_max};
use generals::{
    Changes, General, Generals, LinkError, Order, Scenario, Tool,
    lab::{
        attack::{AmongTraitors, Attack, Condition, is_claimed, smallest, smallest_of_any},
        chain::{chain, length_of, run_at},
        ladder::ladder,
        ring::{even_blocs, ring},
        rule::{Rule, failing_cases, tally},
        smaller_armies,
    },
    limits::{GENERALS_MAX, RING_MESSAGES_MAX},
    link::{LinkSize, parse},
    messages_at_most,
};
#[cfg(feature = "benor")]
use generals_wire::Phases;
use generals_wire::{
    Attack as AttackFound, Chain, ChainPlace, LabCode, Ladder, Ring, RuleTally, Rules,
    ToleranceCell, TwoGenerals, arguments::ATTACK_OPTIONS,
};
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

use crate::{
    arguments::{count, digits, entries, short_list, text, within},
    error::{link_error, not_of_this_task, range_error, type_error},
    lab_error::lab_error,
    lab_search::not_searched,
    plain::to_js,
};

/// Questions about a scenario's army, whatever lies its link names.
#[wasm_bindgen]
pub struct Lab;

#[wasm_bindgen]
impl Lab {
    /// The smallest attack on OM(m), exactly: by the traitors of the link with its order, or by any `k` traitors,
    /// and with `eitherOrder` whichever order is easier to break. Throws a `LinkError`, a `LabError`, a `RangeError` for more
    /// traitors than generals, a `TypeError` for options that mean nothing.
    #[wasm_bindgen(unchecked_return_type = "Attack")]
    pub fn attack(
        #[wasm_bindgen(unchecked_param_type = "string")] link: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "AttackOptions")] options: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let base = army(link)?;
        if !base.spec().answers(Tool::Attack) {
            return Err(lab_error(LabCode::OralOnly, None, None));
        }
        let mut asked = Asked::default();
        if !options.is_undefined() {
            asked.read(options, base.n())?;
        }
        let conditions = asked
            .condition
            .map_or(base.spec().conditions.to_vec(), |condition| vec![condition]);
        if !conditions
            .iter()
            .any(|condition| is_claimed(&base, asked.k, *condition))
        {
            return Err(lab_error(LabCode::NothingClaimed, None, None));
        }
        let found = conditions.into_iter().filter_map(|condition| {
            let attack = asked.attack(&base, condition)?;
            Some((condition, attack))
        });
        let fewest = found.min_by_key(|(_, attack)| attack.rank());
        to_js(&AttackFound::of(fewest.as_ref()))
    }

    /// One cell of the tolerance map of OM(m): the fewest lies with which some k traitors of n break a condition,
    /// and what the closed rule says. Throws a `LinkError` for an n or m that no link may have, a `RangeError` for more traitors
    /// than generals, a `TypeError` for what is no integer.
    #[wasm_bindgen(unchecked_return_type = "ToleranceCell")]
    pub fn tolerance(
        #[wasm_bindgen(unchecked_param_type = "number")] n: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "number")] m: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "number")] k: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let base = read(&format!("v=1&p=om&n={}&m={}", digits(n)?, digits(m)?))?;
        let k = within(k, 0..=base.n())?;
        let found = [Condition::Agreement, Condition::Validity]
            .into_iter()
            .filter_map(|condition| {
                let attack = smallest_of_any(&base, k, None, condition, AmongTraitors::Counted)?;
                Some((condition, attack))
            })
            .min_by_key(|(_, attack)| attack.lies);
        to_js(&ToleranceCell::of(&base, k, found.as_ref()))
    }

    /// Two generals: the runs from "all messengers arrived" to "none arrived", who cannot tell neighbours apart, and every pair
    /// of rules tried. Throws a `LinkError`, also for a link of another protocol, a `TypeError` for what is no text.
    #[cfg(feature = "two")]
    #[wasm_bindgen(js_name = twoGenerals, unchecked_return_type = "TwoGenerals")]
    pub fn two_generals(
        #[wasm_bindgen(unchecked_param_type = "string")] link: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let base = army(link)?;
        match TwoGenerals::of(&base) {
            Some(found) => to_js(&found),
            None => Err(not_of_this_task(&base, "two")),
        }
    }

    /// The ring of copies: the link's army cut into three blocs, each with at most f generals where n <= 3f, and
    /// the three armies read off it. Throws a `LinkError`, a `LabError`, for blocs that are none a `RangeError`, for what is no list
    /// of lists of integers a `TypeError`.
    #[wasm_bindgen(unchecked_return_type = "Ring")]
    pub fn ring(
        #[wasm_bindgen(unchecked_param_type = "string")] link: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "number[][]")] blocs: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let base = asked(link, Tool::Ring)?;
        let is_small = |army: &Scenario| messages_at_most(army).total <= RING_MESSAGES_MAX;
        if !is_small(&base) {
            let size = messages_at_most(&base).total as f64;
            let nearest = smaller_armies(&base).find(is_small).map(|army| army.link());
            return Err(lab_error(LabCode::TooLarge, Some(size), nearest));
        }
        let blocs = if blocs.is_undefined() {
            even_blocs(base.n()).ok_or_else(|| too_few(&base, 3))?
        } else {
            let lists = short_list(blocs)?;
            let read: Vec<Generals> = lists.iter().map(bloc).collect::<Result<_, _>>()?;
            read.try_into()
                .map_err(|_| range_error("there are three blocs"))?
        };
        let ring = ring(&base, blocs).ok_or_else(|| {
            range_error(
                "three blocs, none empty, have every general once, the commander in the first",
            )
        })?;
        to_js(&Ring::of(blocs, &ring))
    }

    /// The chain of runs from "all attack" to "all retreat" in which traitors only leave messages out, and the runs
    /// tried by halving it until one breaks. Throws a `LinkError` or `LabError`; a `TypeError` for what is no text.
    #[wasm_bindgen(unchecked_return_type = "Chain")]
    pub fn chain(
        #[wasm_bindgen(unchecked_param_type = "string")] link: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let base = asked(link, Tool::Chain)?;
        let chain = chain(&base).ok_or_else(|| no_chain(&base))?;
        to_js(&Chain::of(&chain))
    }

    /// One run of that chain, by its place from 0, and who tells it from the one before. Throws a `LinkError`, a `LabError`, a
    /// `RangeError` where there is no such run, a `TypeError` for what is no integer.
    #[wasm_bindgen(js_name = chainRun, unchecked_return_type = "ChainPlace")]
    pub fn chain_run(
        #[wasm_bindgen(unchecked_param_type = "string")] link: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "number")] place: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let base = asked(link, Tool::Chain)?;
        let place = count(place)?;
        let run = run_at(&base, place).ok_or_else(|| range_error("the chain has no such run"))?;
        let before = place.checked_sub(1).and_then(|place| run_at(&base, place));
        to_js(&ChainPlace::of(&run, before.as_ref()))
    }

    /// How weak the link's traitors may be and still break a condition, with a run for each kind. Throws a `LinkError` or
    /// `LabError`; a `TypeError` for what is no text.
    #[wasm_bindgen(unchecked_return_type = "Ladder")]
    pub fn ladder(
        #[wasm_bindgen(unchecked_param_type = "string")] link: &JsValue,
    ) -> Result<JsValue, JsValue> {
        to_js(&Ladder::of(&ladder(&army(link)?).map_err(not_searched)?))
    }

    /// In which phase coins end the link's run, over so many seeds from its own on (as many as can be asked at once, but 200 at
    /// most, if none is given), with a coin for each and with one for all. Throws a `LinkError` or `LabError`; a `RangeError` for
    /// no seeds or too many, a `TypeError` for what is no integer.
    #[cfg(feature = "benor")]
    #[wasm_bindgen(unchecked_return_type = "Phases")]
    pub fn phases(
        #[wasm_bindgen(unchecked_param_type = "string")] link: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "number")] seeds: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let base = asked(link, Tool::Phases)?;
        let most = seeds_max(&base);
        let seeds = match seeds.is_undefined() {
            true => most.min(SEEDS_UNLESS_ASKED),
            false => within(seeds, 1..=most as usize)? as u64,
        };
        match phases(&base, seeds) {
            Some(found) => to_js(&Phases::of(&found)),
            None => Err(lab_error(LabCode::NothingClaimed, None, None)),
        }
    }

    /// Every run of 3 or 4 generals with one traitor in which lieutenants with these tables fail; one table for
    /// each lieutenant, a list of what he obeys by what he heard. Throws a `RangeError` for tables of another size, a `TypeError`
    /// for what is no list of lists of orders.
    #[wasm_bindgen(unchecked_return_type = "Rules")]
    pub fn rules(
        #[wasm_bindgen(unchecked_param_type = "Order[][]")] tables: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let tables = short_list(tables)?;
        let n = tables.len() + 1;
        let rules: Vec<Rule> = tables
            .iter()
            .map(|table| rule(table, n))
            .collect::<Result<_, _>>()?;
        let cases = failing_cases(n, &rules)
            .ok_or_else(|| range_error("rules are for three or four generals"))?;
        to_js(&Rules::of(n, &cases))
    }

    /// How many choices of tables never disobey, never disagree, and do both: of 256 pairs for 3 generals, of 256
    /// common tables for 4. All of them are tried now. Throws a `RangeError` for any other number, a `TypeError` for what is no
    /// integer.
    #[wasm_bindgen(js_name = ruleTally, unchecked_return_type = "RuleTally")]
    pub fn rule_tally(
        #[wasm_bindgen(unchecked_param_type = "number")] n: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let tally =
            tally(count(n)?).ok_or_else(|| range_error("rules are for three or four generals"))?;
        to_js(&RuleTally::of(&tally))
    }
}

/// Seeds over which phases are measured if the caller does not say.
#[cfg(feature = "benor")]
const SEEDS_UNLESS_ASKED: u64 = 200;

/// What `attack` is asked besides the army.
#[derive(Default)]
struct Asked {
    k: Option<usize>,
    either_order: bool,
    condition: Option<Condition>,
    among_traitors: AmongTraitors,
}

impl Asked {
    fn read(&mut self, options: &JsValue, n: usize) -> Result<(), JsValue> {
        for (name, value) in entries(options, &ATTACK_OPTIONS)? {
            if value.is_undefined() {
                continue;
            }
            match name.as_str() {
                "k" => self.k = Some(within(&value, 0..=n)?),
                "eitherOrder" => self.either_order = truth(&value)?,
                "condition" => self.condition = Some(condition(&value)?),
                _ if truth(&value)? => self.among_traitors = AmongTraitors::Free,
                _ => {}
            }
        }
        Ok(())
    }

    fn attack(&self, base: &Scenario, condition: Condition) -> Option<Attack> {
        let order = (!self.either_order).then_some(base.order());
        match self.k {
            Some(k) => smallest_of_any(base, k, order, condition, self.among_traitors),
            None => smallest_with(base, order, condition, self.among_traitors),
        }
    }
}

/// By the traitors of the army, with this order or either.
fn smallest_with(
    base: &Scenario,
    order: Option<Order>,
    condition: Condition,
    among_traitors: AmongTraitors,
) -> Option<Attack> {
    let orders = order.map_or(vec![Order::Attack, Order::Retreat], |order| vec![order]);
    orders
        .into_iter()
        .filter_map(|order| {
            smallest(
                &with(
                    base,
                    Changes {
                        order: Some(order),
                        ..Changes::default()
                    },
                )?,
                condition,
                among_traitors,
            )
        })
        .min_by_key(Attack::rank)
}

fn with(base: &Scenario, changes: Changes) -> Option<Scenario> {
    base.fork(&changes).ok()
}

fn no_chain(base: &Scenario) -> JsValue {
    let needed = base.rounds() + 2;
    if base.n() < needed && needed as u64 <= GENERALS_MAX {
        return too_few(base, needed);
    }
    // With fewer rounds the chain is shorter.
    let nearest = (0..base.m()).rev().find_map(|m| {
        let smaller = with(
            base,
            Changes {
                m: Some(m as u64),
                ..Changes::default()
            },
        )?;
        chain(&smaller).map(|_| smaller.link())
    });
    if base.n() < needed {
        return lab_error(LabCode::TooFew, Some(needed as f64), nearest);
    }
    let size = length_of(base).map_or(f64::INFINITY, |runs| runs as f64);
    lab_error(LabCode::TooLarge, Some(size), nearest)
}

/// There are too few generals for the question; with so many it can be asked.
fn too_few(base: &Scenario, needed: usize) -> JsValue {
    let grown = with(
        base,
        Changes {
            n: Some(needed as u64),
            ..Changes::default()
        },
    );
    let nearest = grown.map(|army| army.link());
    lab_error(LabCode::TooFew, Some(needed as f64), nearest)
}

/// A link's army, of whose protocol this can be asked.
pub(crate) fn asked(link: &JsValue, tool: Tool) -> Result<Scenario, JsValue> {
    let base = army(link)?;
    if base.spec().answers(tool) {
        Ok(base)
    } else {
        Err(lab_error(LabCode::NotForThis, None, None))
    }
}

/// A link's army, of any size.
pub(crate) fn army(link: &JsValue) -> Result<Scenario, JsValue> {
    read(&text(link)?)
}

pub(crate) fn read(link: &str) -> Result<Scenario, JsValue> {
    parse(link, LinkSize::Any)
        .map(|link| link.scenario)
        .map_err(|error: LinkError| link_error(&error))
}

fn bloc(value: &JsValue) -> Result<Generals, JsValue> {
    let numbers = short_list(value)?;
    let mut bloc = Generals::NONE;
    for number in &numbers {
        let number = count(number)? as u64;
        let general =
            General::new(number).ok_or_else(|| range_error("there is no such general"))?;
        if bloc.contains(general) {
            return Err(range_error("a bloc has a general once"));
        }
        bloc = bloc.with(general);
    }
    Ok(bloc)
}

/// What a table says, by what was heard: bit 0 the commander's word, then the others', by number; attack is 1.
fn rule(table: &JsValue, n: usize) -> Result<Rule, JsValue> {
    let rows = short_list(table)?;
    if !(3..=4).contains(&n) || rows.len() != 1 << (n - 1) {
        return Err(range_error(
            "a table has a row for everything that can be heard",
        ));
    }
    let mut bits = 0;
    for (place, row) in rows.iter().enumerate() {
        match text(row)?.as_str() {
            "A" => bits |= 1 << place,
            "R" => {}
            _ => return Err(type_error("an order is A or R")),
        }
    }
    Ok(Rule(bits))
}

fn truth(value: &JsValue) -> Result<bool, JsValue> {
    value
        .as_bool()
        .ok_or_else(|| type_error("true or false is needed"))
}

fn condition(value: &JsValue) -> Result<Condition, JsValue> {
    match text(value)?.as_str() {
        "agreement" => Ok(Condition::Agreement),
        "validity" => Ok(Condition::Validity),
        _ => Err(type_error("a condition is agreement or validity")),
    }
}
