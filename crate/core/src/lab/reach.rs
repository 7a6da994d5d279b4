//! What one loyal general can come to in a round, whatever traitors tell him.

use crate::{
    protocol::machine::{Offer, StepMachine},
    scenario::Scenario,
    word::{General, Slot},
};

/// What a loyal general says.
pub(crate) type Said<M> = (Slot, M);

/// What may stand in a traitor's slot: any of these.
pub(crate) type Told<M> = (Slot, Vec<Offer<M>>);

/// A state that one loyal general can come to in a round.
pub(crate) struct Reached<S> {
    pub(crate) state: S,
    /// One way to it: a digit for each slot of traitors, which of its options it is, the first slot's the highest.
    pub(crate) way: u64,
}

/// What he remembers when the loyal have spoken.
pub(crate) fn heard<M: StepMachine>(
    machine: &M,
    round: usize,
    from: &M::State,
    honest: &[Said<M::Message>],
) -> M::State {
    let mut state = from.clone();
    for (slot, message) in honest {
        // What the loyal say is legal.
        let _ = machine.receive(&mut state, round, slot.from, message);
    }
    state
}

/// What he can come to from there, each state once with the first way to it, and how many words were heard to find it. After each
/// slot what differs in nothing that counts goes on once.
pub(crate) fn reached<M: StepMachine>(
    machine: &M,
    round: usize,
    heard: M::State,
    menu: &[Told<M::Message>],
) -> (Vec<Reached<M::State>>, u64) {
    let mut work = 0;
    let mut ways = vec![Reached {
        state: heard,
        way: 0,
    }];
    for (slot, options) in menu {
        let mut gists: Vec<M::State> = Vec::new();
        let mut more = Vec::new();
        for Reached { state, way } in &ways {
            for (offer, digit) in options.iter().zip(0..) {
                work += 1;
                let mut state = state.clone();
                if let Some(message) = offer.message() {
                    // What is offered is legal.
                    let _ = machine.receive(&mut state, round, slot.from, message);
                }
                let mut gist = state.clone();
                machine.forget_who(&mut gist);
                if !gists.contains(&gist) {
                    gists.push(gist);
                    let way = way * options.len() as u64 + digit;
                    more.push(Reached { state, way });
                }
            }
        }
        ways = more;
    }
    let mut reached: Vec<Reached<M::State>> = Vec::new();
    for Reached { mut state, way } in ways {
        machine.forget(&mut state, round);
        if reached.iter().all(|known| known.state != state) {
            reached.push(Reached { state, way });
        }
    }
    (reached, work)
}

/// What traitors may say in a round to each loyal general. It does not rest on what they have heard.
pub(crate) fn menus<M: StepMachine>(
    machine: &M,
    base: &Scenario,
    loyal: &[General],
    round: usize,
) -> Vec<Vec<Told<M::Message>>> {
    let to = |to: &General| {
        let of = |traitor: General| {
            let state = machine.init(traitor, base.input(traitor));
            let menu = machine.menu(&state, round, *to, base.spec().words);
            menu.into_iter().map(|choice| (choice.slot, choice.options))
        };
        base.traitors().iter().flat_map(of).collect()
    };
    loyal.iter().map(to).collect()
}
