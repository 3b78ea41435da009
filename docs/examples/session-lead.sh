#!/usr/bin/env bash
# Leads one okstra run from a shell: asks every worker what okstra says is to be asked, records what came of it, and finishes.
#
#   okstra render-bundle --task-type error-analysis --brief bug.md --task-group shop --task-id totals
#   session-lead.sh shop/totals ./ask.sh
#
# <ask> is called as `<ask> <worker> <round> <batch> <prompt-file> <finding-ids>` and prints the worker's final text. Exit code 0 = it answered,
# 124 = its time was up, 127 = it cannot run here, anything else = it failed. Stopped anywhere, start it again: what is recorded is not asked twice.
set -euo pipefail

run=$1
ask=$2
okstra=${OKSTRA:-okstra}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

record() {
    local worker=$1 round=$2 batch=$3 prompt=$4 findings=$5
    local answer="$scratch/$worker-$round-$batch.txt" complaint="$scratch/$worker-$round-$batch.err"
    local place=("$run" --worker "$worker" --round "$round" --batch "$batch") code=0

    "$ask" "$worker" "$round" "$batch" "$prompt" "$findings" >"$answer" 2>"$complaint" </dev/null || code=$?
    case $code in
        0) ;;
        124) "$okstra" converge record "${place[@]}" --status timeout --reason "$(reason "$complaint" "its time was up")"; return ;;
        127) "$okstra" converge record "${place[@]}" --status not-run --reason "$(reason "$complaint" "it cannot run here")"; return ;;
        *) "$okstra" converge record "${place[@]}" --status error --reason "$(reason "$complaint" "exit code $code")"; return ;;
    esac

    # A malformed answer is refused and nothing is recorded: one more try, then it counts as a broken contract.
    "$okstra" converge record "${place[@]}" --answer "$answer" && return
    "$ask" "$worker" "$round" "$batch" "$prompt" "$findings" >"$answer" 2>"$complaint" </dev/null || true
    "$okstra" converge record "${place[@]}" --answer "$answer" || "$okstra" converge record "${place[@]}" --answer "$answer" --contract-violation
}

reason() {
    local first
    first=$(head -n 1 "$1")
    echo "${first:-$2}"
}

while true; do
    "$okstra" converge plan "$run" --tsv >"$scratch/plan.tsv"
    [ -s "$scratch/plan.tsv" ] || break
    running=()
    while IFS=$'\t' read -r worker round batch agent vendor model prompt sha256 findings; do
        record "$worker" "$round" "$batch" "$prompt" "$findings" &
        running+=($!)
    done <"$scratch/plan.tsv"
    for pid in "${running[@]}"; do
        wait "$pid"
    done
done

"$okstra" converge finish "$run"
