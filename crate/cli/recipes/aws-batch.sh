#!/bin/sh
# AWS Batch: the command of a job definition that mounts a file system at /sweep, submitted with --array-properties size=100.
# When all are done: generals merge /sweep/*.jsonl
generals sweep tolerance --n 3..31 --m 1..10 --k 1..11 --shard "$((AWS_BATCH_JOB_ARRAY_INDEX + 1))/100" --out "/sweep/shard-$AWS_BATCH_JOB_ARRAY_INDEX.jsonl"
