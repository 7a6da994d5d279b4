#!/bin/sh
# GNU parallel: a shard for each of 16 jobs, as many at a time as there are processors. What fails goes on when this is run again.
set -e
seq 16 | parallel 'generals sweep tolerance --n 3..31 --m 1..10 --k 1..11 --threads 1 --shard {}/16 --out shard-{}.jsonl'
generals merge shard-*.jsonl --out map.jsonl
