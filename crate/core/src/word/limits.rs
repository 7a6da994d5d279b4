//! Every limit of the library, with its unit. What is beyond is refused by a typed error, never tried.

/// Generals in one army, the commander included: one bit each in a machine word.
pub const GENERALS_MAX: u64 = 64;

/// Generals in the smallest army: a commander and one lieutenant.
pub const GENERALS_MIN: u64 = 2;

/// Parties of a trust graph that is analysed.
pub const TRUSTING_PARTIES_MAX: usize = 16;

/// Messengers between two generals: an order and its acknowledgements.
pub const MESSENGERS_MAX: usize = 16;

/// Messages of a run that may be opened, and so stepped through.
pub const STEPPED_MESSAGES_MAX: u128 = 1 << 22;

/// Letters that are delivered in a run without rounds: beyond, what is under way stays there.
pub const DELIVERIES_MAX: usize = 1 << 19;

/// Phases of a run that goes on until coins end it: with 64 generals so many still fit into [`DELIVERIES_MAX`].
pub const PHASES_MAX: usize = 32;

/// Seeds over which the phases of runs are measured at once.
pub const PHASES_SEEDS_MAX: u64 = 1_000;

/// Letters that may be delivered in one such measurement: a browser takes some seconds for so many.
pub const PHASES_DELIVERIES_MAX: u128 = 1 << 23;

/// For how many letters one counts there that is drawn by lot: it takes about so many times as long to be found.
pub const PHASES_DRAWN_LETTER: u128 = 4;

/// Views of a run of PBFT: beyond, nobody's patience ends. Of 64 generals, less than a third of them traitors, the 22nd
/// leader at the latest is loyal.
pub const VIEWS_MAX: usize = 32;

/// Paths that may be visited to judge a run without storing it.
pub const JUDGED_PATHS_MAX: u128 = 1 << 27;

/// Characters of a link, in UTF-16 units, without a leading `#` or `?`.
pub const LINK_CHARACTERS_MAX: usize = 8_000;

/// Beats that a link can name: no lesson has so many, and a place past its last is its last.
pub const BEATS_MAX: u64 = 1_000;

/// Signatures that a signed run may need: making and checking one takes up to a millisecond in a browser.
pub const SIGNATURES_MAX: usize = 2_048;

/// Worlds that are tried, one for each set of traitors and order, in the search for one that a general could
/// not tell from his own.
pub const WORLDS_MAX: usize = 4_096;

/// Lies of an attack that are written out; a link holds fewer.
pub const ATTACK_LIES_MAX: u64 = 2_000;

/// Lies of a smallest attack that are counted; with so many, or more, it is only known that there is one. Sums over all
/// votes of so many stay within a machine word, and all numbers up to it are exact in JavaScript.
pub const ATTACK_COUNTED_MAX: u64 = 1 << 53;

/// Runs of a chain from "all attack" to "all retreat" that is laid out.
pub const CHAIN_RUNS_MAX: u128 = 100_000;

/// Messages of an army of which two copies are joined in a ring: all that is said there is handed over and shown, and up
/// to here a link holds the attack that is read off (of oral messages and the flat vote; more generals say too much).
pub const RING_MESSAGES_MAX: u128 = 5_500;

/// Slots whose words are tried out in every way: 2 to the power of so many strategies.
pub const EXHAUSTED_SLOTS_MAX: u128 = 32;

/// The same where many machines share the work: at ten billion strategies a second, as of seven generals, so many take five days of one
/// core.
pub const SHARED_SLOTS_MAX: u128 = 52;

/// Messages of a run of which every strategy is tried: its circuit is kept.
pub const EXHAUSTED_MESSAGES_MAX: u128 = 1 << 16;

/// Sets of messages of traitors that are tried one after another where letters are slow.
pub const MESSAGE_SETS_MAX: u128 = 1 << 24;

/// Slots of runs with slow letters whose words and delays are drawn: of a longer run the first that were seen.
pub const DRAWN_SLOTS_MAX: usize = 1 << 11;

/// Generals of a signed army of which all joint behaviour is tried: beyond, nobody waits for it.
pub const JOINT_GENERALS_MAX: usize = 5;

/// Ways to go on from one point of a run in the search among all joint behaviour.
pub const JOINT_BRANCHES_MAX: usize = 1 << 16;

/// Loyal generals of an army of whose situations all are visited: beyond, nobody waits for it.
pub const SITUATION_GENERALS_MAX: usize = 12;

/// Traitors of such an army: of all that they can tell one general in a round each is tried.
pub const SITUATION_TRAITORS_MAX: usize = 6;

/// Situations of loyal generals that a search keeps, over all rounds.
pub const SITUATIONS_MAX: usize = 1 << 20;

/// Situations with which one that comes later is compared, whether it can bring anything new: those that were met last.
pub const COMPARED_SITUATIONS_MAX: usize = 1 << 6;

/// Messages of a run of which the ladder tries many.
pub const LADDER_MESSAGES_MAX: u128 = 1 << 12;

/// Messages that are said, or thought of by copies, in all runs of traitors who are so weak.
pub const LADDER_WORK_MAX: u64 = 1 << 18;

/// Honest copies of one traitor that are told apart, in one round.
pub const LADDER_COPIES_MAX: usize = 1 << 9;

/// Strategies of traitors who do anything, where the ladder tries them on a circuit.
pub const LADDER_STRATEGIES_MAX: u64 = 1 << 20;

/// Steps of the search among all joint behaviour, where the ladder asks it.
pub const LADDER_STEPS_MAX: u64 = 1 << 16;

/// Words heard and situations noted in the search among all situations, where the ladder asks it: about a second in a browser.
pub const LADDER_SITUATIONS_WORK_MAX: u64 = 1 << 21;

/// Generals of an army whose figure fits on a page.
pub const FIGURE_GENERALS_MAX: usize = 16;

/// Arrows of a space-time diagram that fits on a page, bundles counted once.
pub const FIGURE_ARROWS_MAX: usize = 200;

/// Words of a vote tree that fits on a page.
pub const FIGURE_WORDS_MAX: usize = 100;

/// Messages of a run that are written as rows of text.
pub const TABLE_MESSAGES_MAX: u128 = 200_000;

/// Characters of a Mermaid diagram: its own programmes draw no more unless they are told to (`maxTextSize`).
pub const MERMAID_CHARACTERS_MAX: u128 = 50_000;

/// Messages of a Mermaid diagram: its own programmes draw no more edges unless they are told to (`maxEdges`).
pub const MERMAID_MESSAGES_MAX: u128 = 500;

/// Steps of a run that is written, or read back, as JSON: all of them are compared with those of its link.
pub const RUN_FILE_STEPS_MAX: u128 = 50_000;

/// States of a trace, times generals, that are written or read back: each state tells of each general, and a browser reads
/// so many in a few seconds.
pub const TRACE_CELLS_MAX: u128 = 100_000;

/// Characters of a file that is read, in UTF-16 units: more than the largest that is written, however it is spaced out.
pub const FILE_CHARACTERS_MAX: usize = 1 << 26;

/// Bytes of a program's text.
pub const PROGRAM_BYTES_MAX: usize = 4_096;

/// Tokens in one line of a program.
pub const PROGRAM_LINE_TOKENS_MAX: usize = 128;

/// Rounds of a program.
pub const PROGRAM_ROUNDS_MAX: usize = 64;

/// Evaluations that a program may ask of one general in a run: names, constants and operators, and each word heard that is counted.
pub const PROGRAM_WORK_MAX: u64 = 1 << 18;
