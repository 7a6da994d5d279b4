//! Decisions as a circuit of gates over machine words, in which every bit is a case of its own.
//!
//! A general who takes a majority is a threshold gate, and a threshold gate is a counter that runs over. Bit i of
//! every word belongs to case i, so one pass through the gates decides as many cases as a word has bits.

use std::{cmp::Reverse, collections::BTreeMap};

use crate::word::sort_by_key;

/// A gate by its place: what it reads stands before it.
pub(crate) type Node = usize;

/// What a gate computes, bit by bit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Gate {
    /// The same in every case.
    Constant(bool),
    /// A word from outside, by number.
    Input(u32),
    And(Node, Node),
    Or(Node, Node),
    Xor(Node, Node),
}

pub(crate) const FALSE: Node = 0;
pub(crate) const TRUE: Node = 1;

/// Gates, none of them twice.
pub(crate) struct Circuit {
    gates: Vec<Gate>,
    known: BTreeMap<Gate, Node>,
    /// The inputs each gate depends on, bit i for input i.
    depends: Vec<u64>,
    /// Inputs that never change once set.
    still: u64,
}

impl Circuit {
    /// A circuit of at most 64 inputs, the first `still` of which never change.
    pub(crate) fn new(still: u32) -> Self {
        let mut circuit = Self {
            gates: Vec::new(),
            known: BTreeMap::new(),
            depends: Vec::new(),
            still: (1 << still) - 1,
        };
        circuit.add(Gate::Constant(false));
        circuit.add(Gate::Constant(true));
        circuit
    }

    pub(crate) fn gates(&self) -> &[Gate] {
        &self.gates
    }

    /// Whether a gate must be computed anew when this input changes.
    pub(crate) fn depends_on(&self, node: Node, input: u32) -> bool {
        self.depends[node] >> input & 1 == 1
    }

    pub(crate) fn constant(&self, value: bool) -> Node {
        if value { TRUE } else { FALSE }
    }

    pub(crate) fn input(&mut self, number: u32) -> Node {
        self.add(Gate::Input(number))
    }

    fn and(&mut self, a: Node, b: Node) -> Node {
        match (a.min(b), a.max(b)) {
            (FALSE, _) => FALSE,
            (TRUE, other) => other,
            (a, b) if a == b => a,
            (a, b) => self.add(Gate::And(a, b)),
        }
    }

    fn or(&mut self, a: Node, b: Node) -> Node {
        match (a.min(b), a.max(b)) {
            (FALSE, other) => other,
            (TRUE, _) => TRUE,
            (a, b) if a == b => a,
            (a, b) => self.add(Gate::Or(a, b)),
        }
    }

    fn xor(&mut self, a: Node, b: Node) -> Node {
        match (a.min(b), a.max(b)) {
            (FALSE, other) => other,
            (a, b) if a == b => FALSE,
            (a, b) => self.add(Gate::Xor(a, b)),
        }
    }

    pub(crate) fn not(&mut self, a: Node) -> Node {
        match a {
            FALSE => TRUE,
            TRUE => FALSE,
            a => self.xor(TRUE, a),
        }
    }

    /// Whether any of them is true.
    pub(crate) fn any(&mut self, mut nodes: Vec<Node>) -> Node {
        self.slowest_first(&mut nodes);
        nodes
            .into_iter()
            .fold(FALSE, |any, node| self.or(any, node))
    }

    /// Whether all of them are true.
    pub(crate) fn all(&mut self, mut nodes: Vec<Node>) -> Node {
        self.slowest_first(&mut nodes);
        nodes
            .into_iter()
            .fold(TRUE, |all, node| self.and(all, node))
    }

    /// Whether more than half of the votes are true: a counter that starts so that one vote more than half
    /// makes it run over.
    pub(crate) fn majority(&mut self, mut votes: Vec<Node>) -> Node {
        self.slowest_first(&mut votes);
        let needed = votes.len() / 2 + 1;
        let width = needed.next_power_of_two().trailing_zeros() as usize;
        let start = (1 << width) - needed;
        let mut counter: Vec<Node> = (0..width)
            .map(|bit| self.constant(start >> bit & 1 == 1))
            .collect();
        let mut over = FALSE;
        for vote in votes {
            let mut carry = vote;
            for bit in &mut counter {
                let sum = self.xor(*bit, carry);
                carry = self.and(*bit, carry);
                *bit = sum;
            }
            over = self.or(over, carry);
        }
        over
    }

    /// Input 0 changes least where it is still, else most often: what changes often is added last, and all
    /// before it is kept.
    fn slowest_first(&self, nodes: &mut Vec<Node>) {
        let pace = |node: &Node| (self.depends[*node] & !self.still).trailing_zeros();
        sort_by_key(nodes, |node| Reverse(pace(node)));
    }

    fn add(&mut self, gate: Gate) -> Node {
        if let Some(node) = self.known.get(&gate) {
            return *node;
        }
        let depends = match gate {
            Gate::Constant(_) => 0,
            Gate::Input(number) => 1 << number,
            Gate::And(a, b) | Gate::Or(a, b) | Gate::Xor(a, b) => self.depends[a] | self.depends[b],
        };
        self.gates.push(gate);
        self.depends.push(depends);
        self.known.insert(gate, self.gates.len() - 1);
        self.gates.len() - 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// All gates for one case.
    fn value(circuit: &Circuit, node: Node, inputs: u32) -> bool {
        let mut values: Vec<bool> = Vec::new();
        for gate in circuit.gates() {
            values.push(match *gate {
                Gate::Constant(value) => value,
                Gate::Input(number) => inputs >> number & 1 == 1,
                Gate::And(a, b) => values[a] & values[b],
                Gate::Or(a, b) => values[a] | values[b],
                Gate::Xor(a, b) => values[a] ^ values[b],
            });
        }
        values[node]
    }

    #[test]
    fn a_majority_is_more_than_half_of_any_number_of_votes() {
        for votes in 1..=9 {
            for still in [0, 3] {
                let mut circuit = Circuit::new(still);
                let nodes = (0..votes).map(|number| circuit.input(number)).collect();
                let majority = circuit.majority(nodes);
                for inputs in 0_u32..1 << votes {
                    let expected = 2 * inputs.count_ones() > votes;
                    assert_eq!(
                        value(&circuit, majority, inputs),
                        expected,
                        "{votes} {inputs:b}"
                    );
                }
            }
        }
    }

    #[test]
    fn what_is_known_beforehand_needs_no_gate() {
        let mut circuit = Circuit::new(0);
        let vote = circuit.input(0);
        assert_eq!(circuit.majority(vec![TRUE, TRUE, vote]), TRUE);
        assert_eq!(circuit.majority(vec![FALSE, FALSE, vote]), FALSE);
        assert_eq!(circuit.majority(vec![TRUE, FALSE, vote]), vote);
    }
}
