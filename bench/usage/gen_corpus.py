#!/usr/bin/env python3
"""Synthetic HOME tree of Claude Code / Codex CLI / Gemini CLI session logs + exact truth.

    gen_corpus.py --out DIR [--mb 20] [--seed 1] [--profile real|hard|clean]

Writes DIR/home/{.claude,.codex,.gemini} and DIR/truth.json.  Python 3.8+, stdlib only, deterministic:
same (mb, seed, profile) -> same bytes.  The shapes follow logs written by Claude Code 2.1.197,
Codex CLI 0.169 and Gemini CLI 0.5x against a scripted server (see docs/usage.md), plus the older
layouts described there.  Nothing is derived by re-reading the files: every number in truth.json is
added up at the moment the "model server" of the simulation bills a response.

Two tiers of truth:
  records      what the message / token_count records of the logs say, each API response once
  recoverable  records + what other records of the same logs reveal
               (claude: toolUseResult.usage of a subagent whose last line was frozen mid-stream,
                usage.iterations; codex: token_usage_record without a token_count)
"variants" holds what common WRONG rules would give, to tell at a glance which rule a reader broke.
"""
import argparse, hashlib, json, os, random, sys, time
from collections import defaultdict

ap = argparse.ArgumentParser()
ap.add_argument('--out', required=True)
ap.add_argument('--mb', type=float, default=20)
ap.add_argument('--seed', type=int, default=1)
ap.add_argument('--profile', choices=('clean', 'real', 'hard'), default='real')
ap.add_argument('--share', default='70,25,5', help='claude,codex,gemini share of bytes')
A = ap.parse_args()
R = random.Random('%d/%s/%s' % (A.seed, A.mb, A.profile))
rnd, ri = R.random, R.randint
HARD, REAL = A.profile == 'hard', A.profile != 'clean'
HOME = os.path.join(A.out, 'home')
if os.path.exists(HOME):
    sys.exit('refusing to write into existing ' + HOME)
SHARE = [float(x) / 100 for x in A.share.split(',')]
B62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
DAY0 = 1767225600  # 2026-01-01T00:00:00Z


def b62(n): return ''.join(R.choices(B62, k=n))
def uuid(): h = '%032x' % R.getrandbits(128); return f'{h[:8]}-{h[8:12]}-4{h[13:16]}-a{h[17:20]}-{h[20:]}'
def uuid7(t): h = '%012x' % int(t * 1000); g = '%020x' % R.getrandbits(80); return f'{h[:8]}-{h[8:]}-7{g[:3]}-a{g[3:6]}-{g[6:18]}'
def hexs(n): return '%0*x' % (n, R.getrandbits(4 * n))
_dc = {}


def day(t):
    d = int(t) // 86400
    s = _dc.get(d)
    if s is None:
        s = _dc[d] = time.strftime('%Y-%m-%d', time.gmtime(d * 86400))
    return s


def iso(t):
    ms = int(round(t * 1000)); s, ms = divmod(ms, 1000); r = s % 86400
    return '%sT%02d:%02d:%02d.%03dZ' % (day(s), r // 3600, r // 60 % 60, r % 60, ms)


def same_day(t, span):
    """move t past midnight when [t, t+span] would straddle it (keeps by_date unambiguous)"""
    return t if int(t) // 86400 == int(t + span) // 86400 else (int(t) // 86400 + 1) * 86400 + 1.0


# ------------------------------------------------------------------ text pools (already JSON-escaped)
WORDS = ('return const await if else for match value error token session stream buffer line parse '
         'usage report total cache input output model agent task build test verify commit branch '
         'merge file path index count limit retry timeout signal worker queue event handler').split()
KO = '세션 로그를 한 줄씩 읽어 토큰 사용량을 합산합니다 중복된 기록은 한 번만 센다 캐시 읽기 쓰기 비용 모델 검증 완료'.split()
JA = '使用量を集計する 重複した行は一度だけ数える キャッシュ 入力 出力'.split()
EMO = ['🚀', '✅', '⚠️', '👩‍💻', '🧪', 'é', 'ß', '‮abc‬', '𝒳', '\u2028', '\u0000', '\t', '\\', '"', '\x1b[32m']


def mktext(n):
    out, k = [], 0
    while k < n:
        p = rnd()
        if p < .80: w = R.choice(WORDS)
        elif p < .88: w = R.choice(KO)
        elif p < .90: w = R.choice(JA)
        elif p < .915: w = R.choice(EMO)
        elif p < .95: w = '\n' + '    ' * ri(0, 4)
        elif p < .97: w = '/srv/app/src/%s_%d.cs:%d' % (R.choice(WORDS), ri(1, 99), ri(1, 900))
        else: w = str(ri(0, 10 ** 9))
        out.append(w); k += len(w) + 1
    return ' '.join(out)


DECOY = json.dumps({'type': 'assistant', 'message': {'id': 'msg_decoy', 'model': 'claude-decoy', 'usage': {
    'input_tokens': 999999, 'output_tokens': 999999}}, 'requestId': 'req_decoy'}) + json.dumps(
    {'type': 'event_msg', 'payload': {'type': 'token_count', 'info': {'last_token_usage': {'input_tokens': 888888, 'output_tokens': 888888}}}})


def esc(s): return json.dumps(s, ensure_ascii=False)[1:-1]


POOL = {}
for _name, _n, _lo, _hi in (('s', 160, 40, 300), ('m', 120, 600, 2500), ('l', 60, 4000, 16000), ('xl', 14, 30000, 90000)):
    POOL[_name] = [esc(mktext(ri(_lo, _hi))) for _ in range(_n)]
for _k in range(6):
    POOL['m'][_k] = esc('log excerpt: ' + DECOY * ri(1, 3))
B64 = ''.join(R.choices(B62 + '+/', k=1 << 20))


def txt(mean):
    """escaped text with a heavy tail around `mean` bytes"""
    x = mean * R.lognormvariate(0, 1.1) * .55
    if x < 400: return R.choice(POOL['s'])
    if x < 3500: return R.choice(POOL['m'])
    if x < 22000: return R.choice(POOL['l'])
    return ''.join(R.choice(POOL['xl']) for _ in range(max(1, min(40, int(x / 60000)))))


def blob(n):
    k = ri(0, (1 << 20) - 1); s = B64[k:] + B64[:k]
    return (s * (n // (1 << 20) + 1))[:n]


# ------------------------------------------------------------------ truth bookkeeping
def zero(keys): return dict.fromkeys(keys, 0)


class Tally:
    def __init__(s, keys): s.keys, s.t, s.by = keys, zero(keys), defaultdict(lambda: defaultdict(lambda: zero(keys)))

    def add(s, vals, **dims):
        for k, v in vals.items():
            s.t[k] += v
        for d, key in dims.items():
            row = s.by[d][key]
            for k, v in vals.items():
                row[k] += v

    def dump(s):
        o = {'totals': s.t}
        for d, rows in sorted(s.by.items()):
            o['by_' + d] = {k: rows[k] for k in sorted(rows)}
        return o


CK = ('messages', 'input', 'output', 'cache_creation', 'cache_creation_5m', 'cache_creation_1h', 'cache_read', 'total')
XK = ('responses', 'input', 'cached_input', 'output', 'reasoning', 'total')
GK = ('messages', 'input', 'cached_input', 'output', 'thoughts', 'tool', 'total')
T = {a: {'records': Tally(k), 'recoverable': Tally(k)} for a, k in (('claude', CK), ('codex', XK), ('gemini', GK))}
VAR = defaultdict(lambda: defaultdict(int))      # wrong-rule variants: agent/rule -> total tokens
FEAT = defaultdict(int)
STAT = defaultdict(lambda: [0, 0, 0])            # agent -> files, lines, bytes
MTIMES = []


class Out:
    def __init__(s, agent, rel):
        s.agent, s.path, s.buf, s.n, s.size, s.last = agent, os.path.join(HOME, rel), [], 0, 0, DAY0
    def line(s, text, t=None):
        s.buf.append(text); s.n += 1; s.size += len(text) + 1
        if t: s.last = max(s.last, t)
    def close(s, trailing_newline=True):
        data = ('\n'.join(s.buf) + ('\n' if trailing_newline and s.buf else '')).encode('utf-8')
        os.makedirs(os.path.dirname(s.path), exist_ok=True)
        with open(s.path, 'wb') as f: f.write(data)
        st = STAT[s.agent]; st[0] += 1; st[1] += s.n; st[2] += len(data)
        MTIMES.append((s.path, s.last)); s.buf = None
        return len(data)


# ================================================================== Claude Code
CMODELS = [('claude-opus-4-8', 25), ('claude-opus-4-5-20251101', 20), ('claude-sonnet-4-5-20250929', 35),
           ('claude-sonnet-4-20250514', 8), ('claude-haiku-4-5-20251001', 12)]
SUBMODELS = ['claude-haiku-4-5-20251001', 'claude-sonnet-4-5-20250929', 'claude-opus-4-8']
PROJ = ['okstra', 'billing-api', 'web', 'data-pipeline', 'infra', 'docs', 'mobile', 'ml-lab', 'gateway', 'search', '한글-프로젝트', 'legacy.core']
TOOLS = ['Read', 'Bash', 'Edit', 'Grep', 'Glob', 'Write', 'WebFetch', 'mcp__db__query']


def pick(w): return R.choices([x for x, _ in w], [y for _, y in w])[0]


class Msg:
    """one billed Claude API response"""
    __slots__ = ('mid', 'rid', 'model', 'i', 'o', 'c5', 'c1', 'cr', 'rec_o', 'sess', 'proj', 'kind', 'date', 'flat', 'extra_i', 'extra_o', 'extra_model', 'tt')


def cusage(m, o, style, speed=True):
    cc = m.c5 + m.c1
    u = f'"usage":{{"input_tokens":{m.i},"cache_creation_input_tokens":{cc},"cache_read_input_tokens":{m.cr},'
    if style >= 1:
        brk = f'"cache_creation":{{"ephemeral_5m_input_tokens":{m.c5},"ephemeral_1h_input_tokens":{m.c1}}},'
        if m.flat: brk = '"cache_creation":{"ephemeral_5m_input_tokens":0,"ephemeral_1h_input_tokens":0},'
        u += brk
    u += f'"output_tokens":{o},"service_tier":"standard"'
    if style >= 2:
        it = '[]'
        if m.extra_i or m.extra_o:
            it = (f'[{{"type":"message","input_tokens":{m.i},"output_tokens":{o},"cache_creation_input_tokens":{cc},"cache_read_input_tokens":{m.cr}}},'
                  f'{{"type":"advisor_message","model":"{m.extra_model}","input_tokens":{m.extra_i},"output_tokens":{m.extra_o},"cache_creation_input_tokens":0,"cache_read_input_tokens":0}}]')
        u += ',"server_tool_use":{"web_search_requests":0,"web_fetch_requests":0},"inference_geo":"","iterations":' + it + ',"speed":"standard"'
    return u + '}'


class ClaudeSession:
    def __init__(s, proj_i, t0, target):
        s.name = PROJ[proj_i % len(PROJ)] + ('' if proj_i < len(PROJ) else '-%d' % proj_i)
        s.cwd = '/home/dev/' + s.name
        s.slug = '-home-dev-' + ''.join(c if c.isascii() and c.isalnum() else '-' for c in s.name) + ('-%d' % proj_i)
        s.sid, s.t, s.target, s.size = uuid(), t0, target, 0
        p = rnd()
        # layout eras: A inline sidechains, B flat agent-*.jsonl + progress lines, C <session>/subagents/
        s.era = 'A' if p < .15 else 'B' if p < .40 else 'C'
        s.ver = {'A': '1.0.%d' % ri(60, 128), 'B': '2.0.%d' % ri(0, 76), 'C': '2.1.%d' % ri(20, 197)}[s.era]
        s.style = 0 if s.era == 'A' and rnd() < .4 else 1 if s.era == 'A' or rnd() < .3 else 2
        s.model = pick(CMODELS)
        s.out = Out('claude', f'.claude/projects/{s.slug}/{s.sid}.jsonl')
        s.parent = None
        s.ctx = ri(14000, 24000)
        s.hist = []                  # (line, Msg|None) kept for forks (first part only)
        s.gateway = REAL and rnd() < .04   # third-party gateway: no requestId

    def env(s, t, typ, side=False, agent=None, extra=''):
        a = f'"agentId":"{agent}",' if agent else ''
        u = uuid(); pu = f'"{s.parent}"' if s.parent else 'null'; s.parent = u
        head = f'{{"parentUuid":{pu},"isSidechain":{"true" if side else "false"},{a}'
        tail = (f'"type":"{typ}","uuid":"{u}","timestamp":"{iso(t)}",{extra}"userType":"external","entrypoint":"cli","cwd":"{s.cwd}",'
                f'"sessionId":"{s.sid}","version":"{s.ver}","gitBranch":"main"}}')
        return head, tail

    def put(s, out, line, t, msg=None, keep=True):
        out.line(line, t); s.size += len(line)
        if keep and out is s.out and len(s.hist) < 400: s.hist.append((line, msg))

    def user(s, out, t, text, side=False, agent=None):
        h, tl = s.env(t, 'user', side, agent)
        s.put(out, f'{h}"promptId":"{uuid()}","message":{{"role":"user","content":"{text}"}},{tl}', t)

    def tool_result(s, out, t, side, agent, tool, tid):
        h, tl = s.env(t, 'user', side, agent)
        p = rnd()
        if p < .012:
            n = int(min(3e6, 150e3 * R.lognormvariate(0, .8))); FEAT['claude_image_lines'] += 1
            c = f'[{{"type":"image","source":{{"type":"base64","media_type":"image/png","data":"{blob(n)}"}}}}]'
            body = f'{h}"message":{{"role":"user","content":[{{"tool_use_id":"{tid}","type":"tool_result","content":{c}}}]}},"toolUseResult":{{"type":"image","file":{{"base64":"","type":"image/png"}}}},{tl}'
        else:
            x = txt(2500) if p > .03 else txt(120000)
            if p <= .03: FEAT['claude_huge_tool_results'] += 1
            body = (f'{h}"message":{{"role":"user","content":[{{"tool_use_id":"{tid}","type":"tool_result","content":"{x}","is_error":false}}]}},'
                    f'"toolUseResult":{{"stdout":"{x}","stderr":"","interrupted":false,"isImage":false}},{tl}')
        s.put(out, body, t)
        if REAL and rnd() < .004:
            FEAT['claude_truncated_nonusage'] += 1
            s.put(out, body[:max(20, int(len(body) * .6))].rstrip('\\'), t)
        return t

    def new_msg(s, t, side, kind, model):
        m = Msg()
        m.mid, m.rid = 'msg_01' + b62(22), None if s.gateway else 'req_011C' + b62(20)
        if s.gateway: FEAT['claude_messages_without_requestId'] += 1
        m.model, m.i, m.o = model, ri(1, 12) if rnd() < .9 else ri(200, 4000), max(1, int(R.lognormvariate(5.2, 1.2)))
        new = int(R.lognormvariate(6.6, 1.1))
        m.c5, m.c1 = (new, 0) if s.style < 2 or rnd() < .5 else (0, new) if rnd() < .7 else (new // 2, new - new // 2)
        m.cr = s.ctx if rnd() < .97 else 0
        if m.cr == 0: m.c5 += s.ctx
        s.ctx += new + m.o
        if s.ctx > 170000: s.ctx = ri(15000, 30000); FEAT['claude_compactions'] += 1; s.compact = True
        m.rec_o, m.sess, m.proj, m.kind, m.date, m.flat = m.o, s.sid, s.slug, kind, day(t), False
        m.extra_i = m.extra_o = 0; m.extra_model = None; m.tt = 0
        if HARD and s.style >= 1 and rnd() < .01 and m.c5 + m.c1 > 0:
            m.flat = True; FEAT['claude_cache_breakdown_zero'] += 1
        if HARD and s.style >= 2 and rnd() < .01:
            m.extra_i, m.extra_o, m.extra_model = ri(5000, 60000), ri(100, 900), 'claude-opus-4-6'; FEAT['claude_advisor_iterations'] += 1
        return m

    def commit(s, m, seen_lines):
        """bill once; `seen_lines` = outputs of the lines that carry this message, in order"""
        cc = m.c5 + m.c1
        five, one = (0, 0) if m.flat else (m.c5, m.c1)
        if s.style == 0 or m.flat: five, one = cc, 0     # no usable breakdown: a reader books it as 5m
        base = m.i + cc + m.cr
        def vals(o, i=m.i): return dict(messages=1, input=i, output=o, cache_creation=cc, cache_creation_5m=five, cache_creation_1h=one, cache_read=m.cr, total=i + cc + m.cr + o)
        dims = dict(model=m.model, session=m.sess, project=m.proj, kind=m.kind, date=m.date)
        T['claude']['records'].add(vals(m.rec_o), **dims)
        T['claude']['recoverable'].add(vals(m.o if m.tt else m.rec_o), **dims)
        if m.extra_i or m.extra_o:
            T['claude']['recoverable'].add(dict(input=m.extra_i, output=m.extra_o, total=m.extra_i + m.extra_o), **{**dims, 'model': m.extra_model})
        v = VAR['claude']
        v['billed_by_server'] += base + m.o + m.extra_i + m.extra_o
        v['first_line_wins'] += base + seen_lines[0]
        v['last_line_wins'] += base + seen_lines[-1]
        v['every_line_counted'] += sum(base + o for o in seen_lines)
        if m.kind == 'main': v['main_files_only'] += base + m.rec_o

    def assistant(s, out, t, side, agent, kind, model, last_of_agent=False, want_tool=True):
        """one API response -> 1..4 lines.  returns (t, tool_use ids, Msg)"""
        t = same_day(t, 120)
        m = s.new_msg(t, side, kind, model)
        nb = R.choices((1, 2, 3, 4), (30, 40, 22, 8))[0]
        kinds = ['thinking', 'text', 'tool_use', 'tool_use'][:nb] if nb > 1 else ['tool_use' if want_tool else 'text']
        if not want_tool: kinds = [k for k in kinds if k != 'tool_use'] or ['text']
        # which lines know the final count?  era C main thread: all of them; else only the last one.
        partial = not (s.era == 'C' and not side)
        frozen = last_of_agent and s.era == 'C'
        outs, tids = [], []
        for n, k in enumerate(kinds):
            final = n == len(kinds) - 1
            o = m.o if (not partial or final) else min(m.o, ri(1, 8))
            if frozen: o = min(m.o, 1 + ri(0, 2)) if n == 0 else outs[-1]
            if k == 'text': c = f'{{"type":"text","text":"{txt(500)}"}}'
            elif k == 'thinking': c = f'{{"type":"thinking","thinking":"{txt(700)}","signature":"{blob(ri(200, 900))}"}}'
            else:
                tid = 'toolu_01' + b62(22); tids.append(tid); tool = R.choice(TOOLS)
                inp = f'{{"file_path":"{s.cwd}/src/{R.choice(WORDS)}.cs","description":"{R.choice(POOL["s"])}"}}' if rnd() > .15 else f'{{"command":"{txt(900)}"}}'
                if HARD and rnd() < .02: inp = '{"id":null,"model":null,"cwd":null,"filter":{"version":null}}'; FEAT['claude_tool_input_nulls'] += 1
                c = f'{{"type":"tool_use","id":"{tid}","name":"{tool}","input":{inp}}}'
            if HARD and rnd() < .01: c = c[:-1] + ',"x_cut":"half \\ud83d"}'; FEAT['claude_lone_surrogates'] += 1
            stop = '"tool_use"' if final and tids and not frozen else '"end_turn"' if final and not frozen else 'null'
            if s.era == 'C' and not side: stop = '"tool_use"' if want_tool else '"end_turn"'
            h, tl = s.env(t, 'assistant', side, agent)
            rq = f'"requestId":"{m.rid}",' if m.rid else ''
            line = (f'{h}"message":{{"id":"{m.mid}","type":"message","role":"assistant","model":"{model}","content":[{c}],"stop_reason":{stop},'
                    f'"stop_sequence":null,{cusage(m, o, s.style)}}},{rq}{tl}')
            if REAL and not final and rnd() < .004:      # crash/concurrent write cut one of several copies
                FEAT['claude_truncated_duplicate'] += 1
                s.put(out, line[:int(len(line) * .5)].rstrip('\\'), t)
            elif HARD and rnd() < .002:
                FEAT['claude_nul_block'] += 1
                s.put(out, '\0' * 256 + line, t, m); outs.append(o)
            elif HARD and rnd() < .002:
                FEAT['claude_spaced_json'] += 1
                s.put(out, json.dumps(json.loads(line), ensure_ascii='\\ud83d' in line), t, m); outs.append(o)
            else:
                s.put(out, line, t, m); outs.append(o)
            t += .05 + rnd() * 6
            if not outs: outs.append(o)
        m.rec_o = max(outs)
        if frozen: FEAT['claude_frozen_subagent_finals'] += 1
        return t, tids, m, outs

    def subagent(s, t, depth=0):
        """a Task/Agent call: own transcript (era B/C) or inline sidechain (era A)"""
        agent = 'a' + hexs(16)
        model = R.choice(SUBMODELS)
        if s.era == 'A': out = s.out; ag = None
        elif s.era == 'B': out = Out('claude', f'.claude/projects/{s.slug}/agent-{agent[:8]}.jsonl'); ag = agent[:8]
        else:
            wf = f'workflows/wf_{hexs(8)}/' if rnd() < .12 else ''
            if wf: FEAT['claude_workflow_agents'] += 1
            out = Out('claude', f'.claude/projects/{s.slug}/{s.sid}/subagents/{wf}agent-{agent}.jsonl'); ag = agent
        save, s.parent = s.parent, None
        ctx, s.ctx = s.ctx, ri(8000, 14000)
        s.user(out, t, txt(900), True, ag)
        n, recs, msgs = ri(2, 14), [], []
        for k in range(n):
            lastm = k == n - 1
            t, tids, m, outs = s.assistant(out, t + rnd() * 3, True, ag, 'subagent', model, lastm, not lastm)
            msgs.append((m, outs))
            for tid in tids: t = s.tool_result(out, t + rnd() * 2, True, ag, 'x', tid)
            if REAL and s.era == 'B' and rnd() < .5 and m.rid:  # progress line in the parent's file replays the message
                pm = f'{{"type":"assistant","timestamp":"{iso(t)}","requestId":"{m.rid}","uuid":"{uuid()}","message":{{"id":"{m.mid}","type":"message","role":"assistant","model":"{m.model}","content":[],{cusage(m, m.rec_o, s.style)}}}}}'
                if int(t) // 86400 == int(t - 20) // 86400 and day(t) == m.date:
                    FEAT['claude_progress_replays'] += 1
                    s.put(s.out, f'{{"parentUuid":null,"isSidechain":false,"type":"progress","data":{{"type":"agent_progress","agentId":"{ag}","message":{pm}}},"uuid":"{uuid()}","timestamp":"{iso(t)}","sessionId":"{s.sid}","version":"{s.ver}"}}', t, keep=False)
                    VAR['claude']['progress_counted_again'] += m.i + m.c5 + m.c1 + m.cr + m.rec_o
        s.ctx, s.parent = ctx, save
        m, outs = msgs[-1]
        reported = s.era != 'A' and rnd() < .9       # 10 %: aborted or async, no usage in the parent
        if reported and m.rec_o < m.o: m.tt = 1
        for mm, oo in msgs: s.commit(mm, oo)
        if not reported and m.rec_o < m.o: FEAT['claude_frozen_unrecoverable'] += 1; VAR['claude']['lost_forever'] += m.o - m.rec_o
        if out is not s.out:
            if REAL and rnd() < .03:   # /btw-style replay of a parent message under a new requestId
                cand = [x for x in s.hist if x[1] is not None and x[1].rid and '"progress"' not in x[0][:200]]
                if cand:
                    l, pmsg = R.choice(cand)
                    FEAT['claude_sidechain_replays'] += 1
                    out.line(l.replace(pmsg.rid, 'req_011C' + b62(20)).replace('"isSidechain":false', '"isSidechain":true', 1), t)
                    VAR['claude']['sidechain_replay_counted'] += pmsg.i + pmsg.c5 + pmsg.c1 + pmsg.cr + pmsg.o
            out.close()
            if s.era == 'C':
                mp = Out('claude', os.path.relpath(out.path, HOME).replace('.jsonl', '.meta.json'))
                mp.line(f'{{"agentType":"general-purpose","description":"job","toolUseId":"toolu_01{b62(22)}","spawnDepth":1}}', t); mp.close(False)
        return t, agent, m, reported

    def run(s, fork_of=None):
        if fork_of:
            keep = fork_of.hist[:ri(5, len(fork_of.hist))]
            if fork_of.era == 'A': keep = [x for x in keep if '"isSidechain":true' not in x[0][:120]]
            s.t = max(s.t, fork_of.out.last + 60)
            # as Claude Code 2.1.197 --fork-session does: mode + queue-operation stamped with the fork time, then the copies
            s.out.line(f'{{"type":"mode","mode":"default","sessionId":"{s.sid}"}}')
            s.out.line(f'{{"type":"queue-operation","operation":"enqueue","timestamp":"{iso(s.t)}","sessionId":"{s.sid}","content":"go on"}}', s.t)
            for line, m in keep:
                s.out.line(line.replace(fork_of.sid, s.sid))
                if m is not None: VAR['claude']['fork_copies_counted'] += m.i + m.c5 + m.c1 + m.cr + m.rec_o
            s.era, s.style, s.ver, s.model, s.gateway = fork_of.era, fork_of.style, fork_of.ver, fork_of.model, fork_of.gateway
            s.slug, s.cwd = fork_of.slug, fork_of.cwd
            s.out.path = os.path.join(HOME, f'.claude/projects/{s.slug}/{s.sid}.jsonl')
            FEAT['claude_forked_sessions'] += 1
        s.compact = False
        if not fork_of: s.put(s.out, f'{{"type":"queue-operation","operation":"enqueue","timestamp":"{iso(s.t)}","sessionId":"{s.sid}","content":"start"}}', s.t, keep=False)
        while s.size < s.target:
            s.t += R.expovariate(1 / 90.0)
            if rnd() < .3: s.put(s.out, f'{{"type":"queue-operation","operation":"enqueue","timestamp":"{iso(s.t)}","sessionId":"{s.sid}","content":"{R.choice(POOL["s"])}"}}', s.t, keep=False)
            s.user(s.out, s.t, txt(600))
            if rnd() < .25:
                h, tl = s.env(s.t, 'attachment')
                s.put(s.out, f'{h}"attachment":{{"type":"skill_listing","content":"{txt(3000)}"}},{tl}', s.t)
            if rnd() < .12: s.put(s.out, f'{{"type":"file-history-snapshot","messageId":"{uuid()}","snapshot":{{"trackedFileBackups":{{}},"usage":{{"disk":{ri(1,999)}}}}},"isSnapshotUpdate":false}}', s.t)
            if rnd() < .05: s.model = pick(CMODELS)
            n = 1 + int(R.expovariate(1 / 5.0))
            for k in range(n):
                last = k == n - 1
                spawn = not last and rnd() < .06
                s.t, tids, m, outs = s.assistant(s.out, s.t + 1 + rnd() * 8, False, None, 'main', s.model, False, not last)
                s.commit(m, outs)
                for tid in tids:
                    if spawn:
                        spawn = False
                        s.t, agent, am, rep = s.subagent(s.t + .5)
                        h, tl = s.env(s.t, 'user')
                        us = ''
                        if rep:
                            cc = am.c5 + am.c1
                            us = (f'"status":"completed","agentId":"{agent if s.era == "C" else agent[:8]}","totalDurationMs":{ri(900, 90000)},"totalTokens":{am.i + cc + am.cr + am.o},"totalToolUseCount":{ri(1, 20)},'
                                  f'{cusage(am, am.o, s.style)},')
                            FEAT['claude_tooluseresult_usage'] += 1
                            VAR['claude']['tooluseresult_usage_added'] += am.i + cc + am.cr + am.o
                        s.put(s.out, f'{h}"message":{{"role":"user","content":[{{"tool_use_id":"{tid}","type":"tool_result","content":[{{"type":"text","text":"{txt(900)}"}}]}}]}},"toolUseResult":{{{us}"content":[]}},{tl}', s.t)
                    else:
                        s.t = s.tool_result(s.out, s.t + rnd() * 5, False, None, 'x', tid)
                if REAL and rnd() < .004:
                    h, tl = s.env(s.t, 'assistant', extra='"isApiErrorMessage":true,')
                    FEAT['claude_synthetic_lines'] += 1
                    s.put(s.out, f'{h}"message":{{"id":"{uuid()}","type":"message","role":"assistant","model":"<synthetic>","content":[{{"type":"text","text":"API Error: 529 overloaded"}}],"stop_reason":"stop_sequence","usage":{{"input_tokens":0,"output_tokens":0,"cache_creation_input_tokens":0,"cache_read_input_tokens":0}}}},{tl}', s.t)
                if REAL and rnd() < .003: s.put(s.out, '', s.t); FEAT['claude_blank_lines'] += 1
                if s.compact:
                    s.compact = False
                    h, tl = s.env(s.t, 'system'); s.put(s.out, f'{h}"subtype":"compact_boundary","content":"Conversation compacted","compactMetadata":{{"trigger":"auto","preTokens":170000}},{tl}', s.t)
                    s.user(s.out, s.t, txt(9000))
        nl = True
        if REAL and rnd() < .05:      # killed while writing: half a line, its usage is not in the log
            h, tl = s.env(s.t + 2, 'assistant')
            FEAT['claude_crash_tail'] += 1
            s.out.line(f'{h}"message":{{"id":"msg_01{b62(22)}","type":"message","role":"assistant","model":"{s.model}","content":[{{"type":"text","text":"{R.choice(POOL["s"])[:30]}'.rstrip('\\'), s.t + 2); nl = False
        elif REAL and rnd() < .05: nl = False; FEAT['claude_no_final_newline'] += 1
        return nl


def gen_claude(budget):
    done, prev, k = 0, [], 0
    nproj = max(4, min(60, int(A.mb / 8)))
    mean = min(1.6e6, max(150e3, budget / 30))
    while done < budget:
        tgt = min(mean * R.lognormvariate(-.35, .9), budget * .2, max(60e3, budget - done))
        b0 = STAT['claude'][2]
        s = ClaudeSession(min(int(R.expovariate(3.0 / nproj)), nproj - 1), DAY0 + ri(0, 160 * 86400) + rnd(), tgt)
        fk = R.choice(prev) if prev and REAL and rnd() < .06 else None
        if fk is not None and len(fk.hist) < 12: fk = None
        nl = s.run(fk)
        s.out.close(nl)
        done += STAT['claude'][2] - b0; k += 1
        prev.append(s)
        if len(prev) > 6: prev.pop(0).hist = None


# ================================================================== Codex
XMODELS = [('gpt-5.5', 40), ('gpt-5.2-codex', 25), ('gpt-5.4', 20), ('gpt-5.1-codex-mini', 15)]
BASEINST = esc(mktext(20000))
F5 = ('input_tokens', 'cached_input_tokens', 'output_tokens', 'reasoning_output_tokens', 'total_tokens')


def ufmt(u, w):
    return (f'{{"input_tokens":{u[0]},"cached_input_tokens":{u[1]},' + ('"cache_write_input_tokens":0,' if w else '') +
            f'"output_tokens":{u[2]},"reasoning_output_tokens":{u[3]},"total_tokens":{u[4]}}}')


class CodexThread:
    """era L: token_count only, re-emits, forks replay the parent; era M: token_usage_record too, forks do not replay"""
    def __init__(s, t0, era, target, parent=None, how=None):
        s.t, s.era, s.target, s.how, s.par = t0, era, target, how, parent
        s.id = uuid7(t0)
        st = iso(t0)
        s.arch = REAL and parent is None and rnd() < .08
        d = '' if s.arch else f'{st[:4]}/{st[5:7]}/{st[8:10]}/'
        if s.arch: FEAT['codex_archived_threads'] += 1
        s.rel = f'.codex/{"archived_sessions" if s.arch else "sessions"}/{d}rollout-{st[:19].replace(":", "-")}-{s.id}.jsonl'
        s.out = Out('codex', s.rel)
        s.total = [0] * 5; s.last = None
        s.model = pick(XMODELS); s.ctx = ri(9000, 14000); s.ord = 0; s.keep = []
        s.keepsize = 0
        s.modern = era == 'M'
        s.bug = REAL and s.modern and rnd() < .35
        s.ver = '0.118.0' if not s.modern else '0.154.0' if s.bug else '0.169.0'

    def rec(s, t, typ, payload, keep=True):
        o = f'"ordinal":{s.ord},' if s.modern else ''
        s.ord += 1
        s.out.line(f'{{"timestamp":"{iso(t)}",{o}"type":"{typ}","payload":{payload}}}', t)
        if keep and s.keepsize < 900000: s.keep.append((typ, payload)); s.keepsize += len(payload)

    def meta(s, t):
        src = '"cli"'
        x = ''
        if s.how == 'fork':
            x = f'"forked_from_id":"{s.par.id}",'
            if s.modern: x += f'"forked_from_ordinal_exclusive":{s.par.ord},"history_mode":"paginated","history_base":{{"thread_id":"{s.par.id}","end_ordinal_exclusive":{s.par.ord},"end_byte_offset":{s.par.out.size}}},'
        if s.how in ('sub', 'sub_clean'): src = f'{{"subagent":{{"thread_spawn":{{"parent_thread_id":"{s.par.id}","depth":1,"agent_nickname":"a"}}}}}}'
        s.rec(t, 'session_meta', f'{{"id":"{s.id}",{x}"timestamp":"{iso(t)}","cwd":"/home/dev/okstra","originator":"codex_cli_rs","cli_version":"{s.ver}","source":{src},"model_provider":"openai","base_instructions":{{"text":"{BASEINST}"}}}}')

    def tc(s, t, total, last, keep=True):
        info = 'null' if total is None else f'{{"total_token_usage":{ufmt(total, s.modern)},"last_token_usage":{ufmt(last, s.modern)},"model_context_window":258400}}'
        s.rec(t, 'event_msg', f'{{"type":"token_count","info":{info},"rate_limits":{{"primary":{{"used_percent":{ri(1, 99)}.0,"window_minutes":300,"resets_at":{int(t) + 9000}}},"secondary":null,"credits":null,"plan_type":"pro"}}}}', keep)
        if total is not None: VAR['codex']['sum_last_every_event'] += last[0] + last[2]

    def tur(s, t, u, thread):
        w = 1
        s.rec(t, 'token_usage_record', f'{{"thread_id":"{s.id}","turn_id":"{s.turn}","session_id":"{s.id}","root_turn_id":"{s.turn}","response_id":"resp_{hexs(40)}","usage":{ufmt(u, w)},"turn_token_usage":{ufmt(u, w)},"thread_token_usage":{ufmt(thread, w)}}}')

    def bill(s, t, u, in_tc=True):
        v = dict(responses=1, input=u[0], cached_input=u[1], output=u[2], reasoning=u[3], total=u[0] + u[2])
        dims = dict(model=s.model, session=s.id, date=day(t), kind='subagent' if s.how in ('sub', 'sub_clean') else 'main', location='archived' if s.arch else 'active')
        if in_tc: T['codex']['records'].add(v, **dims)
        T['codex']['recoverable'].add(v, **dims)
        if not in_tc: FEAT['codex_tur_only_responses'] += 1

    def usage(s):
        new = int(R.lognormvariate(6.8, 1.1)); i = s.ctx + new
        c = min(i, s.ctx - s.ctx % 128) if rnd() < .93 else 0
        o = max(1, int(R.lognormvariate(5.4, 1.1))); r = int(o * rnd() * .8)
        s.ctx = i + o
        return [i, c, o, r, i + o]

    def response(s, tool, kill=False):
        s.t = same_day(s.t + 1 + rnd() * 10, 90)
        u = s.usage()
        for _ in range(ri(1, 2)):
            s.rec(s.t, 'response_item', f'{{"type":"reasoning","id":"rs_{hexs(24)}","summary":[{{"type":"summary_text","text":"{R.choice(POOL["s"])}"}}],"content":null,"encrypted_content":"{blob(ri(600, 4000))}"}}')
        cid = 'call_' + b62(24)
        if tool:
            s.rec(s.t, 'response_item', f'{{"type":"function_call","id":"fc_{hexs(24)}","name":"exec_command","arguments":"{{\\"cmd\\":\\"rg -n usage src/{R.choice(WORDS)}.cs\\"}}","call_id":"{cid}"}}')
        else:
            x = txt(900)
            s.rec(s.t, 'event_msg', f'{{"type":"agent_message","message":"{x}"}}')
            s.rec(s.t, 'response_item', f'{{"type":"message","role":"assistant","content":[{{"type":"output_text","text":"{x}"}}]}}')
        s.total = [a + b for a, b in zip(s.total, u)]
        kill = kill and tool and s.modern
        abort = REAL and tool and rnd() < .01
        if s.modern: s.tur(s.t + .01, u, s.total)
        if kill:        # process killed while the tool ran: usage record written, token_count never
            FEAT['codex_killed_before_token_count'] += 1
            s.bill(s.t, u, in_tc=False)
            s.total = [a - b for a, b in zip(s.total, u)]
            return True
        if tool:
            s.t += rnd() * 8
            x = txt(4000) if rnd() > .02 else txt(150000)
            if s.modern: s.rec(s.t, 'event_msg', f'{{"type":"item_completed","thread_id":"{s.id}","turn_id":"{s.turn}","item":{{"type":"CommandExecution","id":"{cid}","aggregated_output":"{x}","status":"completed","exit_code":0}}}}')
            s.rec(s.t, 'response_item', f'{{"type":"function_call_output","call_id":"{cid}","output":"{x}"}}')
        s.bill(s.t, u); s.last = u
        s.t += .02
        s.tc(s.t, s.total, u)
        if REAL and not s.modern:
            while rnd() < .30:      # rate-limit refresh: same numbers, new timestamp
                FEAT['codex_reemits'] += 1; s.t += .2 + rnd() * 3
                s.tc(same_day(s.t, 1), s.total, u)
        if abort:
            FEAT['codex_aborted_turns'] += 1
            s.rec(s.t + .2, 'event_msg', '{"type":"turn_aborted","reason":"interrupted"}')
            return True
        return False

    def compact(s):
        FEAT['codex_compactions'] += 1
        s.t += 3
        if s.last: s.tc(s.t, s.total, s.last); FEAT['codex_reemits'] += 1
        u = s.usage(); s.t = same_day(s.t + 2, 5)
        bug = s.bug     # 0.154/0.155: compaction usage only in token_usage_record
        if bug:
            s.tur(s.t, u, [a + b for a, b in zip(s.total, u)]); s.bill(s.t, u, in_tc=False); FEAT['codex_compaction_tur_only'] += 1
        else:
            s.total = [a + b for a, b in zip(s.total, u)]
            if s.modern: s.tur(s.t, u, s.total)
            s.bill(s.t, u); s.tc(s.t + .01, s.total, u); s.last = u
        s.rec(s.t + .02, 'compacted', f'{{"message":"{txt(2500)}","replacement_history":[]}}')
        s.ctx = ri(9000, 16000)
        s.tc(s.t + .03, s.total, [0, 0, 0, 0, s.ctx])

    def fill_window(s):
        """context_length_exceeded: codex overwrites the cumulative counters"""
        FEAT['codex_context_window_fills'] += 1
        s.t += 2
        old = s.total[4]
        s.total = [0, 0, 0, 0, 258400]
        s.tc(s.t, s.total, [0, 0, 0, 0, max(0, 258400 - old)])

    def context(s):
        s.turn = uuid7(s.t)
        s.rec(s.t, 'turn_context', f'{{"turn_id":"{s.turn}","cwd":"/home/dev/okstra","approval_policy":"on-request","sandbox_policy":{{"mode":"workspace-write"}},"model":"{s.model}","effort":"high","summary":"auto"}}')

    def run(s):
        s.turn = uuid7(s.t)
        s.meta(s.t)
        if s.how in ('fork', 'sub') and not s.modern:
            n = max(4, int(len(s.par.keep) * (.3 + .7 * rnd())))
            t = s.t + .02
            tot = None
            for k, (typ, p) in enumerate(s.par.keep[:n]):
                s.rec(t + k * .0004, typ, p, keep=False)
                if '"token_count","info":{' in p:
                    j = json.loads(p)['info']; tot = [j['total_token_usage'][x] for x in F5]; s.last = [j['last_token_usage'][x] for x in F5]
                    FEAT['codex_replayed_token_counts'] += 1
                    VAR['codex']['sum_last_every_event'] += s.last[0] + s.last[2]
            if tot: s.total = tot
            s.t = same_day(t + n * .0004 + 1.5, 5)
            FEAT['codex_threads_with_replay'] += 1
        elif s.how == 'fork':
            s.total = list(s.par.total); FEAT['codex_forks_without_replay'] += 1
        start = s.out.size
        while s.out.size - start < s.target:
            s.t += R.expovariate(1 / 60.0)
            s.rec(s.t, 'event_msg', f'{{"type":"task_started","turn_id":"{s.turn}","model_context_window":258400}}')
            if rnd() < .06: s.model = pick(XMODELS)
            s.context()
            x = txt(500)
            s.rec(s.t, 'response_item', f'{{"type":"message","role":"user","content":[{{"type":"input_text","text":"{x}"}}]}}')
            s.rec(s.t, 'event_msg', f'{{"type":"user_message","message":"{x}"}}')
            if REAL and not s.modern and s.last is None and rnd() < .5: s.tc(s.t, None, None); FEAT['codex_null_info'] += 1
            for k in range(1 + int(R.expovariate(1 / 5.0))):
                if s.response(rnd() < .8): break
                if s.ctx > 150000: s.compact()
            if REAL and rnd() < .006 and not s.modern: s.fill_window(); s.ctx = ri(9000, 16000)
            s.rec(s.t, 'event_msg', f'{{"type":"task_complete","turn_id":"{s.turn}","last_agent_message":"{R.choice(POOL["s"])}"}}')
        VAR['codex']['final_total_per_file'] += s.total[0] + s.total[2]
        nl = True
        if REAL and s.modern and rnd() < .05: s.context(); s.response(True, kill=True)
        if REAL and rnd() < .04:
            s.out.line(f'{{"timestamp":"{iso(s.t + 1)}","type":"response_item","payload":{{"type":"message","role":"assi', s.t + 1); nl = False; FEAT['codex_crash_tail'] += 1
        s.out.close(nl)


def gen_codex(budget):
    mean = min(1.0e6, max(200e3, budget / 12))
    while STAT['codex'][2] < budget:
        era = 'L' if rnd() < .6 else 'M'
        t = DAY0 + ri(0, 160 * 86400) + rnd()
        th = CodexThread(t, era, min(mean * R.lognormvariate(-.35, .8), budget * .3))
        th.run()
        if REAL and rnd() < .35:
            for k in range(R.choices((1, 2, 3, 5), (50, 25, 15, 10))[0]):
                how = 'fork' if rnd() < .4 else ('sub' if rnd() < .6 else 'sub_clean')
                kid = CodexThread(same_day(max(th.t, DAY0) + 5 + k * 40 + rnd(), 5), era, mean * .25 * rnd(), th, how)
                kid.run()
        th.keep = None


# ================================================================== Gemini
GMODELS = [('gemini-2.5-pro', 45), ('gemini-3-pro-preview', 30), ('gemini-2.5-flash', 25)]


class GeminiSession:
    def __init__(s, t0, target, proj, kind='main', parent=None):
        s.t, s.target, s.kind, s.sid, s.parent = t0, target, kind, uuid(), parent
        st = iso(t0)
        s.chats = f'.gemini/tmp/{proj}/chats/'
        s.base = f'{s.chats}{parent.sid}/{s.sid}' if parent else f'{s.chats}session-{st[:16].replace(":", "-")}-{s.sid[:8]}'
        s.hash = hashlib.sha256(proj.encode()).hexdigest()
        s.model = pick(GMODELS); s.ctx = ri(7000, 12000)

    def head(s, t): return f'{{"sessionId":"{s.sid}","projectHash":"{s.hash}","startTime":"{iso(t)}","lastUpdated":"{iso(t)}","kind":"{s.kind}"}}'

    def bill(s, t, tk):
        i, o, c, th, tool = tk
        T_ = dict(messages=1, input=i + tool, cached_input=c, output=o, thoughts=th, tool=tool, total=i + o + th + tool)
        dims = dict(model=s.model, session=s.sid, date=day(t), kind=s.kind)
        T['gemini']['records'].add(T_, **dims); T['gemini']['recoverable'].add(T_, **dims)

    def run(s):
        p = rnd()
        legacy = s.kind == 'main' and REAL and p < .20
        migrated = legacy and p < .06
        msgs = []                    # (id, t, json) of the legacy part
        out = Out('gemini', s.base + '.jsonl')
        size = 0
        if not legacy or migrated: out.line(s.head(s.t), s.t)
        def emit(x, t, mid=None):
            nonlocal size
            size += len(x)
            if legacy and not s.moved: msgs.append(x)
            else: out.line(x, t); out.line(f'{{"$set":{{"lastUpdated":"{iso(t)}"}}}}', t)
        s.moved = False
        while size < s.target:
            s.t = same_day(s.t + R.expovariate(1 / 90.0), 200)
            if migrated and not s.moved and size > s.target * .5:
                # resume of a legacy chat: every message is copied to the .jsonl, the .json stays
                s.moved = True; FEAT['gemini_migrated_chats'] += 1
                for x in msgs: out.line(x, s.t)
                out.line(f'{{"$set":{{"sessionId":"{s.sid}"}}}}', s.t)
            emit(f'{{"id":"{uuid()}","timestamp":"{iso(s.t)}","type":"user","content":[{{"text":"{txt(500)}"}}]}}', s.t)
            for k in range(1 + int(R.expovariate(1 / 3.0))):
                t = s.t = same_day(s.t + 2 + rnd() * 9, 60)
                new = int(R.lognormvariate(6.5, 1)); i = s.ctx + new
                c = int(s.ctx * rnd()) if rnd() < .7 else 0
                o, th, tool = max(1, int(R.lognormvariate(4.8, 1))), int(R.lognormvariate(4.5, 1)), ri(1, 90) if rnd() < .05 else 0
                s.ctx = i + o if s.ctx < 400000 else 9000
                mid = uuid()
                tok = f'"tokens":{{"input":{i},"output":{o},"cached":{c},"thoughts":{th},"tool":{tool},"total":{i + o + th + tool}}}'
                thoughts = f'"thoughts":[{{"subject":"plan","description":"{R.choice(POOL["s"])}","timestamp":"{iso(t)}"}}]'
                pre = f'{{"id":"{mid}","timestamp":"{iso(t)}","type":"gemini","content":"{txt(700)}",{thoughts},'
                call = ''
                if rnd() < .7:
                    x = txt(3000)
                    call = f',"toolCalls":[{{"id":"read_file-{ri(1, 10**9)}","name":"read_file","args":{{"file_path":"a"}},"result":[{{"functionResponse":{{"id":"z","name":"read_file","response":{{"output":"{x}"}}}}}}],"status":"success","timestamp":"{iso(t)}","resultDisplay":""}}]'
                full = f'{pre}{tok},"model":"{s.model}"{call}}}'
                s.bill(t, (i, o, c, th, tool))
                VAR['gemini']['cached_added_to_input'] += i + tool + o + th + c
                if legacy and not s.moved: emit(full, t)
                else:
                    if rnd() < .25: emit(f'{pre}"tokens":null,"model":"{s.model}"}}', t)
                    emit(f'{pre}{tok},"model":"{s.model}"}}', t)
                    VAR['gemini']['every_line_counted'] += i + o + th + tool
                    if call: emit(full, t); VAR['gemini']['every_line_counted'] += i + o + th + tool; FEAT['gemini_duplicate_message_lines'] += 1
                    if REAL and rnd() < .01: out.line(full[:len(full) // 2].rstrip('\\'), t); FEAT['gemini_truncated_lines'] += 1
                    if REAL and rnd() < .01: out.line(f'{{"$rewindTo":"{mid}"}}', t); FEAT['gemini_rewinds'] += 1
                    if REAL and rnd() < .01: out.line(f'{{"$set":{{"messages":[{full}],"lastUpdated":"{iso(t)}"}}}}', t); FEAT['gemini_checkpoints'] += 1
                if legacy and not s.moved: VAR['gemini']['every_line_counted'] += i + o + th + tool
            if rnd() < .03: s.model = pick(GMODELS)
        if legacy:
            j = Out('gemini', s.base + '.json'); FEAT['gemini_legacy_json'] += 1
            # legacy files were pretty-printed
            doc = {'sessionId': s.sid, 'projectHash': s.hash, 'startTime': iso(s.t), 'lastUpdated': iso(s.t), 'messages': [json.loads(x) for x in msgs]}
            body = json.dumps(doc, indent=2, ensure_ascii=False)
            j.buf = [body]; j.n = body.count('\n') + 1; j.last = s.t; j.close(False)
        if not legacy or s.moved: out.close()


def gen_gemini(budget):
    mean = min(500e3, max(60e3, budget / 8)); n = 0
    while STAT['gemini'][2] < budget:
        proj = R.choice(['okstra', 'web', hashlib.sha256(b'/home/dev/old').hexdigest()])
        g = GeminiSession(DAY0 + ri(0, 160 * 86400) + rnd(), mean * R.lognormvariate(-.3, .7), proj)
        g.run(); n += 1
        if rnd() < .15:
            GeminiSession(g.t + 5, mean * .2, proj, 'subagent', g).run(); FEAT['gemini_subagent_chats'] += 1
    for proj in ('okstra', 'web'):
        o = Out('gemini', f'.gemini/tmp/{proj}/logs.json')
        o.line(json.dumps([{'sessionId': uuid(), 'messageId': k, 'type': 'user', 'message': 'q', 'timestamp': iso(DAY0)} for k in range(200)], indent=2)); o.close(False)


# ================================================================== main
t_start = time.time()
tot = A.mb * 1e6
gen_claude(tot * SHARE[0]); gen_codex(tot * SHARE[1]); gen_gemini(tot * SHARE[2])
for p, t in MTIMES:
    os.utime(p, (int(t), int(t)))
truth = {
    'generator': {'version': 1, 'seed': A.seed, 'mb': A.mb, 'profile': A.profile, 'share': A.share},
    'corpus': {a: {'files': v[0], 'lines': v[1], 'bytes': v[2]} for a, v in sorted(STAT.items())},
    'bytes': sum(v[2] for v in STAT.values()), 'files': sum(v[0] for v in STAT.values()), 'lines': sum(v[1] for v in STAT.values()),
    'features': dict(sorted(FEAT.items())),
    'variants_total_tokens': {a: dict(sorted(v.items())) for a, v in sorted(VAR.items())},
}
for a in T:
    truth[a] = {tier: T[a][tier].dump() for tier in ('records', 'recoverable')}
with open(os.path.join(A.out, 'truth.json'), 'w') as f:
    json.dump(truth, f, indent=1, sort_keys=True)
print('%s: %.1f MB, %d files, %d lines, %.1fs' % (A.out, truth['bytes'] / 1e6, truth['files'], truth['lines'], time.time() - t_start))
