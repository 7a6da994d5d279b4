#!/bin/sh
#SBATCH --job-name=generals --array=1-100 --cpus-per-task=4 --requeue
# sbatch slurm.sh; when all are done: generals merge shard-*.jsonl --out map.jsonl
generals sweep tolerance --n 3..31 --m 1..10 --k 1..11 --threads "$SLURM_CPUS_PER_TASK" --shard slurm --out "shard-$SLURM_ARRAY_TASK_ID.jsonl"
