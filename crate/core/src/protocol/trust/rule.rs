//! The five rules by which customer, shop and payment service may settle an order, and a run of them as plain words.
//!
//! Seven words are said, the same under every rule (see [`Place`]); a rule says what each party makes of them. This is the
//! short form, a few lines a rule, in which everything that one cheat can say is tried; the machine is the program of one
//! party. Tests hold them equal.

use crate::word::{General, Generals, Order};

/// Party 1, who may mean to pay.
pub const CUSTOMER: General = General::COMMANDER;
/// Party 2, which ships what is paid.
pub const SHOP: General = General::from_index(1);
/// Party 3, which charges the customer.
pub const SERVICE: General = General::from_index(2);

/// What the three go by when they decide that an order is paid (attack) or unpaid (retreat).
///
/// ```
/// use generals::trust::Rule;
///
/// assert_eq!(Rule::default(), Rule::Service, "believe the payment service");
/// assert_eq!(Rule::NAMES[4], ("signed", Rule::Signed));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rule {
    /// The payment service charges on the shop's word; the shop believes the customer.
    Shop,
    /// The payment service charges on the customer's word; the shop believes the customer too.
    Customer,
    /// Each asks only whom it trusts: the payment service the customer, the others the payment service.
    #[default]
    Service,
    /// Customer and shop take the majority of what the payment service told them and what it told the other: OM(1) of the
    /// payment service's word.
    Majority,
    /// The payment service signs, and customer and shop show each other its receipts: SM(1) of the payment service's word.
    Signed,
}

impl Rule {
    /// All rules, by the names links give them.
    pub const NAMES: [(&'static str, Self); 5] = [
        ("shop", Self::Shop),
        ("customer", Self::Customer),
        ("service", Self::Service),
        ("majority", Self::Majority),
        ("signed", Self::Signed),
    ];

    /// The name links give it.
    #[must_use]
    pub fn name(self) -> &'static str {
        let named = Self::NAMES.into_iter().find(|(_, rule)| *rule == self);
        named.map_or("", |(name, _)| name)
    }
}

/// One of the seven words, in the order in which they are said.
///
/// ```
/// use generals::trust::Place;
///
/// let spoken: Vec<String> = Place::ALL.iter().map(|place| {
///     format!("{} {}→{}", place.round(), place.from().number(), place.to().number())
/// }).collect();
/// assert_eq!(spoken, ["1 1→2", "1 1→3", "2 2→3", "3 3→1", "3 3→2", "4 1→2", "4 2→1"]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// The customer tells the shop whether she means to pay.
    Claim,
    /// The customer tells the payment service.
    Authorisation,
    /// The shop tells the payment service what the customer said.
    Report,
    /// The payment service tells the customer what it decided.
    Receipt,
    /// The payment service tells the shop.
    Note,
    /// The customer tells the shop what the payment service told her.
    ReceiptShown,
    /// The shop tells the customer what the payment service told it.
    NoteShown,
}

impl Place {
    /// In the order in which they are said.
    pub const ALL: [Self; 7] = [
        Self::Claim,
        Self::Authorisation,
        Self::Report,
        Self::Receipt,
        Self::Note,
        Self::ReceiptShown,
        Self::NoteShown,
    ];

    /// Round, label and recipient.
    const fn slot(self) -> (usize, &'static [u16], General) {
        match self {
            Self::Claim => (1, &[1], SHOP),
            Self::Authorisation => (1, &[1], SERVICE),
            Self::Report => (2, &[1, 2], SERVICE),
            Self::Receipt => (3, &[3], CUSTOMER),
            Self::Note => (3, &[3], SHOP),
            Self::ReceiptShown => (4, &[3, 1], SHOP),
            Self::NoteShown => (4, &[3, 2], CUSTOMER),
        }
    }

    /// When it is said, from 1.
    #[must_use]
    pub const fn round(self) -> usize {
        self.slot().0
    }

    /// What keeps it apart from others: whose word it is, the speaker last.
    #[must_use]
    pub const fn label(self) -> &'static [u16] {
        self.slot().1
    }

    /// Who speaks.
    #[must_use]
    pub const fn from(self) -> General {
        match self {
            Self::Claim | Self::Authorisation | Self::ReceiptShown => CUSTOMER,
            Self::Report | Self::NoteShown => SHOP,
            Self::Receipt | Self::Note => SERVICE,
        }
    }

    /// Whether it is the payment service's word, told by it or shown by another.
    pub(crate) const fn is_of_the_service(self) -> bool {
        matches!(
            self,
            Self::Receipt | Self::Note | Self::ReceiptShown | Self::NoteShown
        )
    }

    /// Who is told.
    #[must_use]
    pub const fn to(self) -> General {
        self.slot().2
    }
}

/// The seven words, in the order of [`Place::ALL`]; `None` is silence.
///
/// ```
/// use generals::{Order, trust::{Said, table}};
///
/// let broken = table().rows.iter().find_map(|row| row.consent).unwrap();
/// let said: Said = broken.said;
/// assert_eq!(said[2], Some(Order::Attack), "the shop reports that she pays, who does not");
/// ```
pub type Said = [Option<Order>; 7];

/// What was said, and what each party made of it, in the order of their numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Settled {
    pub(crate) said: Said,
    pub(crate) decisions: [Order; 3],
}

impl Settled {
    /// Who decides that it is paid.
    pub(crate) fn paid(&self) -> Generals {
        let paid = |party: &General| self.decisions[party.index()] == Order::Attack;
        Generals::all(3).iter().filter(paid).collect()
    }
}

/// Settles an order. `speak` says what stands in a place where an honest party would say so; it is asked in the order of the
/// steps. `traitors` matter for signatures alone: a cheat can show what the payment service signed, and nothing else, unless
/// the payment service cheats with it.
pub(crate) fn settle(
    rule: Rule,
    intent: Order,
    traitors: Generals,
    mut speak: impl FnMut(Place, Option<Order>) -> Option<Order>,
) -> Settled {
    let claim = speak(Place::Claim, Some(intent));
    let authorisation = speak(Place::Authorisation, Some(intent));
    let report = speak(Place::Report, Some(heard(claim)));
    let charge = heard(match rule {
        Rule::Shop => report,
        _ => authorisation,
    });
    let receipt = speak(Place::Receipt, Some(charge));
    let note = speak(Place::Note, Some(charge));
    let passed_on = |word: Option<Order>| match rule {
        Rule::Signed => word,
        _ => Some(heard(word)),
    };
    let receipt_shown = speak(Place::ReceiptShown, passed_on(receipt));
    let note_shown = speak(Place::NoteShown, passed_on(note));
    let said = [
        claim,
        authorisation,
        report,
        receipt,
        note,
        receipt_shown,
        note_shown,
    ];

    let decided = |direct, shown: Option<Order>, shower: General, held: Option<Order>| match rule {
        Rule::Shop | Rule::Customer | Rule::Service => heard(direct),
        Rule::Majority => {
            Order::from_bit(heard(direct) == Order::Attack && heard(shown) == Order::Attack)
        }
        Rule::Signed => {
            let is_genuine =
                shown == held || (traitors.contains(SERVICE) && traitors.contains(shower));
            signed(direct, shown.filter(|_| is_genuine))
        }
    };
    let (customer, shop) = match rule {
        Rule::Shop | Rule::Customer => (intent, heard(claim)),
        _ => (
            decided(receipt, note_shown, SHOP, note),
            decided(note, receipt_shown, CUSTOMER, receipt),
        ),
    };
    Settled {
        said,
        decisions: [customer, shop, charge],
    }
}

/// Silence counts as unpaid.
fn heard(word: Option<Order>) -> Order {
    word.unwrap_or_default()
}

/// The choice of SM(1): the one order that is validly signed; with none or both it is unpaid.
fn signed(one: Option<Order>, other: Option<Order>) -> Order {
    match (one, other) {
        (Some(one), Some(other)) if one != other => Order::Retreat,
        (one, other) => heard(one.or(other)),
    }
}
