//! What can be asked, and the help that teaches it.

use std::{num::NonZero, path::PathBuf};

use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

use crate::{
    sweep::{Merge, Sweep},
    threads::Threads,
};

/// The Byzantine generals problem: run it, break it, search it, without a page.
#[derive(Parser)]
#[command(name = "generals", version, after_help = OVERVIEW, arg_required_else_help = true)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

const OVERVIEW: &str = "\
A LINK says who the generals are, who of them are traitors, and what these do. It is the part of the page's address behind
`#`, `v=1&p=om&n=4&t=3`: four generals, of whom the third is a traitor. A whole address is one too, and so are a file that has
one in it, a run's json or itf, and `-`, which reads either from standard input. Quote it, or the shell takes the `&`.

Examples:
  generals run 'v=1&p=om&n=4&t=3'            do the loyal agree?
  generals run 'v=1&p=om&n=3&t=3'            three generals cannot: exit status 1
  generals attack 'v=1&p=om&n=7&m=1&t=1.7'   the fewest lies that break it, exactly
  generals trace 'v=1&p=om&n=4&t=3' --format mermaid
  generals exhaust 'v=1&p=om&n=6&m=2&t=1.6'  every strategy of these traitors
  generals check mine.byz                    what is wrong with a program of my own?

Exit status: 0 all conditions hold, or nothing was found; 1 one is broken, or something was found; 2 the question is refused.
";

const RUN: &str = "\
Examples:
  generals run 'v=1&p=om&n=4&t=3'
  generals run 'https://example.org/generals/#v=1&p=om&n=3&t=3' --json
  pbpaste | generals run -

The JSON is what `Session.verdict()` says, and the link. Exit status: 0 all conditions hold, 1 one is broken, 2 refused.
";

const TRACE: &str = "\
Examples:
  generals trace 'v=1&p=om&n=4&t=3'                         each message a line of tab-separated values
  generals trace 'v=1&p=om&n=4&t=3' --format json > run.json
  generals run run.json                                     reads it back, and refuses it if it is not the run of its link
  generals trace 'v=1&p=om&n=4&t=3' --format svg > run.svg  the run in space and time
";

const ATTACK: &str = "\
Example:
  generals attack 'v=1&p=om&n=7&m=1&t=1.7'

Of OM(m) alone: the algorithm is exact, so that none found is none there. Lies and strategy of the link play no part.
Exit status: 0 there is none, 1 here it is, 2 refused.
";

const EXHAUST: &str = "\
Examples:
  generals exhaust 'v=1&p=om&n=6&m=2&t=1.6'   1048576 strategies
  generals exhaust 'v=1&p=sm&n=4&t=1'

Lies and strategy of the link play no part. The answer is the same for any number of threads; of OM(m), interactive consistency
and the flat vote all of them work, of other protocols one.
Exit status: 0 all were tried and none breaks a condition, 1 one does, 2 refused.
";

const SAMPLE: &str = "\
Examples:
  generals sample 'v=1&p=om&n=10&m=3&t=2.3.4'
  generals sample 'v=1&p=pbft&n=4&t=1&by=noproof&seed=7' --runs 100000

The seed of the link decides what is drawn; what is found is made smaller. The answer is the same for any number of threads;
where letters are slow one works. Exit status: 0 none was found, which proves nothing, 1 one was, 2 refused.
";

const RING: &str = "\
Example:
  generals ring 'v=1&p=om&n=3'

Two copies of everybody stand in a ring; each third of it looks to itself like an army of which the rest are traitors. The three
cannot all hold (Fischer, Lynch and Merritt 1986). Exit status: 0 no such army can be, 1 here is one that breaks, 2 refused.
";

const CHAIN: &str = "\
Example:
  generals chain 'v=1&p=om&n=4&m=1'

In each run of the chain traitors leave messages out; neighbours differ for one general alone. Somewhere between `all attack` and
`all retreat` a condition breaks (Fischer and Lynch 1982, Dolev and Strong 1983).
Exit status: 0 none was found to break, 1 here is one, 2 refused.
";

const LADDER: &str = "\
Example:
  generals ladder 'v=1&p=om&n=4&m=1&t=3.4'

Traitors who crash, who leave messages out, who say what an honest copy would, who do anything.
Exit status: 0 none of them was found to break a condition, 1 one does, 2 refused.
";

const CHECK: &str = "\
Example:
  generals check mine.byz

Everything that is wrong with the text, each with its place and what could stand there; of a right one the link that runs it, with
four generals of whom one may be a traitor. Exit status: 0 it is right, 1 it is not, 2 there is no such text.
";

const SWEEP: &str = "\
Examples:
  generals sweep tolerance --n 3..7 --m 1..2 --k 1..3                        the map of OM(m), to standard output
  generals sweep tolerance --n 3..31 --m 1..10 --k 1..11 --shard 2/16 --out 2.jsonl
  generals sweep exhaust --n 7 --m 2 --k 2 --shard slurm --out \"$SLURM_ARRAY_TASK_ID.jsonl\"
  generals merge *.jsonl                                                     exhausted 3190 of 3190: …

JSON lines: a header with the question, its fingerprint, the shard and its range; then a line an item, in order, each with the link
of its army and of what breaks it. Traitors are the last k lieutenants, or the commander and the last k-1; lieutenants are alike. In
a tolerance map any k are meant, with either order; lies null beside a condition are 2^53 or more. Of `exhaust` an item has at most
2^32 strategies. The same shard has the same bytes on any machine, however many threads work. A job that was killed goes on where it
was: give it the same --out. Exit status: 0 the shard is whole, 2 refused.
";

const MERGE: &str = "\
Examples:
  generals merge shard-*.jsonl
  generals merge shard-*.jsonl --out map.jsonl   the same bytes as the sweep in one piece

Gaps, overlaps and files of another question are refused. Exit status: 0 all are there, 2 refused.
";

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Run a link and say what came out.
    #[command(after_help = RUN)]
    Run(Link),
    /// Write a run as a file: the same bytes as the page's.
    #[command(after_help = TRACE)]
    Trace(Trace),
    /// The fewest lies that break OM(m), exactly.
    #[command(after_help = ATTACK)]
    Attack(Link),
    /// Try every strategy of the link's traitors.
    #[command(after_help = EXHAUST)]
    Exhaust(Search),
    /// Try some behaviour of the link's traitors, drawn by lot.
    #[command(after_help = SAMPLE)]
    Sample(Sample),
    /// Break any protocol in which a third are traitors, by a ring of copies.
    #[command(after_help = RING)]
    Ring(Link),
    /// Break any protocol of too few rounds, by a chain of runs.
    #[command(after_help = CHAIN)]
    Chain(Link),
    /// How weak the traitors may be and still break it.
    #[command(after_help = LADDER)]
    Ladder(Link),
    /// Say what is wrong with a program of one's own.
    #[command(after_help = CHECK)]
    Check(Check),
    /// Ask about many armies, in shards for many machines.
    #[command(after_help = SWEEP)]
    Sweep(Sweep),
    /// Put the shards of a sweep together, if all are there.
    #[command(after_help = MERGE)]
    Merge(Merge),
    /// Write what lets a shell complete commands: `generals completions bash > /etc/bash_completion.d/generals`.
    Completions {
        /// The shell.
        shell: Shell,
    },
}

/// A question about a link.
#[derive(Args)]
pub(crate) struct Link {
    /// A link, an address, a file that has one in it, a run's json or itf, or `-` for standard input.
    pub(crate) link: String,
    /// Answer as JSON, in the shapes of the step API.
    #[arg(long)]
    pub(crate) json: bool,
}

/// A search on all cores.
#[derive(Args)]
pub(crate) struct Search {
    #[command(flatten)]
    pub(crate) link: Link,
    #[command(flatten)]
    pub(crate) threads: Threads,
}

/// A search by lot.
#[derive(Args)]
pub(crate) struct Sample {
    #[command(flatten)]
    pub(crate) search: Search,
    /// Runs that are tried at most.
    #[arg(long, value_name = "N", default_value = "10000")]
    pub(crate) runs: NonZero<u64>,
}

/// A run as a file.
#[derive(Args)]
pub(crate) struct Trace {
    /// A link, an address, a file that has one in it, a run's json or itf, or `-` for standard input.
    pub(crate) link: String,
    /// Of which kind.
    #[arg(long, value_enum, default_value_t = Format::Tsv)]
    pub(crate) format: Format,
}

/// The kinds of files of a run.
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Format {
    /// Each message a line.
    Tsv,
    /// The run as plain data, which can be read back.
    Json,
    /// A trace for the tools of TLA+ and Quint, which can be read back.
    Itf,
    /// A sequence diagram for Markdown.
    Mermaid,
    /// Space and time for LaTeX.
    Tikz,
    /// Space and time as a picture.
    Svg,
}

/// A program to be checked.
#[derive(Args)]
pub(crate) struct Check {
    /// The program's text, or `-` for standard input.
    pub(crate) file: PathBuf,
    /// Answer as JSON, in the shape of the step API.
    #[arg(long)]
    pub(crate) json: bool,
}
