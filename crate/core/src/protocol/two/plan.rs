//! What two generals have agreed on (`by`), and which messenger the valley catches (`lost`), as links write them.

use crate::{
    link::{
        digits::number,
        error::{Allowed, Code, Form, Key},
        faults::Faults,
    },
    protocol::two::machine::Messengers,
    scenario::OwnTexts,
    word::limits::MESSENGERS_MAX,
};

/// After how many messengers each attacks, and who is caught.
///
/// ```
/// use generals::link::{LinkSize, parse};
///
/// let scenario = parse("v=1&p=two&m=2&lost=3", LinkSize::Any).unwrap().scenario;
/// let plan = scenario.plan().unwrap();
/// assert_eq!((plan.needs, plan.lost), ([1, 2], 3), "each waits for all that can come to him");
/// assert_eq!(scenario.link(), "v=1&p=two&n=2&m=2&lost=3");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plan {
    /// How many messengers must have come to general 1, and to general 2, before he attacks.
    pub needs: [usize; 2],
    /// The number of the messenger who is caught, from 1; 0: none.
    pub lost: usize,
}

impl Plan {
    /// From the texts of a link, with m+1 messengers.
    pub(crate) fn read(texts: &OwnTexts, m: usize, faults: &mut Faults) -> Self {
        let needs = texts.get(Key::By).and_then(|text| {
            let read = needs(text);
            let allowed = Some(Allowed::Form(Form::Needs));
            read.map_err(|code| faults.add(Key::By, code, text, allowed))
                .ok()
        });
        let most = m as u64 + 1;
        let lost = texts.get(Key::Lost).map_or(0, |text| {
            let read = number(text).and_then(|lost| match lost <= most {
                true => Ok(lost as usize),
                false => Err(Code::OutOfRange),
            });
            let allowed = Some(Allowed::Range(0, most));
            read.map_err(|code| faults.add(Key::Lost, code, text, allowed))
                .unwrap_or(0)
        });
        Self {
            needs: needs.unwrap_or(Messengers::all_needed(m)),
            lost,
        }
    }

    /// As a link with `among`+1 messengers writes it, if m+1 ride now: who does not exist there is not caught.
    pub(crate) fn texts(&self, m: usize, among: usize) -> OwnTexts {
        let mut texts = OwnTexts::default();
        if self.needs != Messengers::all_needed(m) {
            let [one, two] = self.needs;
            texts.set(Key::By, format!("{one}.{two}"));
        }
        if (1..=among + 1).contains(&self.lost) {
            texts.set(Key::Lost, self.lost.to_string());
        }
        texts
    }
}

/// `1.2`: how many each needs; more than can come means never.
fn needs(text: &str) -> Result<[usize; 2], Code> {
    let (one, two) = text.split_once('.').ok_or(Code::BadValue)?;
    let need = |text: &str| match number(text)? {
        need if need <= MESSENGERS_MAX as u64 => Ok(need as usize),
        _ => Err(Code::OutOfRange),
    };
    Ok([need(one)?, need(two)?])
}
