#!/usr/bin/env bash
# Stands in for an agent CLI: reads the prompt from standard input and answers in the form of the CLI it is named after.
name=$(basename "$0")
prompt=$(cat)
citation='{"kind":"file","path":"shop/cart.py","startLine":6,"endLine":6,"quote":"for i in range(1, len(lines)):","argv":null,"exitCode":null,"sha":null,"server":null,"table":null,"select":null}'

# The value after an argument.
after() {
  local wanted=$1
  shift
  while [ $# -gt 1 ]; do
    [ "$1" = "$wanted" ] && echo "$2" && return
    shift
  done
}
last_message=$(after -o "$@")

# One finding with the given title, claim and citations.
finding() {
  printf '{"schemaVersion":1,"summary":"The cart was read.","keyFinding":"The loop starts too late.","findings":[{"id":"1","ticketId":"","kind":"cause","title":"%s","claim":"%s","severity":"critical","confidence":0.9,"evidence":[%s],"recommendation":""}],"questions":[],"verdict":null,"plan":null}' "$1" "$2" "$3"
}

cause() {
  finding 'The loop of total starts at index 1' 'The loop in total starts at index 1, so the first line of the cart is never added to the total.' "$citation"
}

# One vote for every finding the prompt asks about.
votes() {
  local list='' id
  for id in $(grep -o 'one entry for each of .*' <<<"$prompt" | grep -oE 'F-[0-9]+' | sort -u); do
    list="$list${list:+,}{\"findingId\":\"$id\",\"vote\":\"$1\",\"reason\":\"$2\",\"citations\":[$3]}"
  done
  printf '{"schemaVersion":1,"votes":[%s]}' "$list"
}

# What it is asked for: repair, report, votes or findings.
asked() {
  case $prompt in
    *'Your last answer could not be used'*) echo repair ;;
    *'You are `Report writer worker`'*) echo report ;;
    *'This is re-verification round'*) echo votes ;;
    *) echo findings ;;
  esac
}

quoted() {
  sed -e 's/\\/\\\\/g' -e 's/"/\\"/g' | sed -e ':a' -e 'N' -e '$!ba' -e 's/\n/\\n/g'
}

# Says a final answer; a JSON object becomes claude's structured answer.
say() {
  case $name in
    claude)
      case $1 in
        '{'*) printf '{"type":"result","subtype":"success","is_error":false,"num_turns":1,"session_id":"fake","result":"","structured_output":%s}\n' "$1" ;;
        *) printf '{"type":"result","subtype":"success","is_error":false,"num_turns":1,"session_id":"fake","result":"%s"}\n' "$(quoted <<<"$1")" ;;
      esac ;;
    codex)
      printf '%s' "$1" >"$last_message"
      printf '{"type":"thread.started","thread_id":"fake"}\n{"type":"turn.completed","usage":{"input_tokens":10,"cached_input_tokens":0,"output_tokens":5}}\n' ;;
    gemini)
      printf '{"type":"init","session_id":"fake"}\n{"type":"message","role":"assistant","content":"%s"}\n{"type":"result","status":"success","stats":{}}\n' "$(quoted <<<"$1")" ;;
  esac
}

# The honest worker.
answer() {
  case $(asked) in
    votes) say "$(votes AGREE 'The range starts at 1.' "$citation")" ;;
    report) say '{"title":"Totals are too low","finalConclusion":"The loop of total starts at index 1."}' ;;
    *) say "$(cause)" ;;
  esac
}
