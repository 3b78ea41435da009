#!/usr/bin/env python3
"""Slow reference reader (own code, stdlib): applies the rules of docs/usage.md to DIR/home and checks DIR/truth.json.

    ref_collect.py DIR [--check] [--quiet]        exit 1 on any mismatch
It shares no code with gen_corpus.py; it proves that truth.json can be recovered from the bytes alone.
"""
import glob, json, os, re, sys
from collections import defaultdict
DIR = sys.argv[1]; HOME = os.path.join(DIR, 'home')
I = lambda v: int(v) if isinstance(v, (int, float)) and v > 0 else 0

def objects(path, needle):
    with open(path, 'rb') as f: data = f.read()
    if data[:3] == b'\xef\xbb\xbf': data = data[3:]
    for raw in data.split(b'\n'):
        if not any(n in raw for n in needle): continue
        raw = raw.lstrip(b'\0').strip()
        try: o = json.loads(raw.decode('utf-8', 'replace'))
        except ValueError: continue
        if isinstance(o, dict): yield o

# ------------------------------------------------------------------ claude
def claude_usage(u):
    cc, b = I(u.get('cache_creation_input_tokens')), u.get('cache_creation') or {}
    h5, h1 = I(b.get('ephemeral_5m_input_tokens')), I(b.get('ephemeral_1h_input_tokens'))
    if h5 + h1 != cc:
        cc = max(cc, h5 + h1); h5 = cc - h1
    return [I(u.get('input_tokens')), I(u.get('output_tokens')), cc, h5, h1, I(u.get('cache_read_input_tokens'))]

def claude():
    msgs, anon, agents, finals, born = {}, 0, defaultdict(list), [], {}
    roots = [HOME + '/.claude/projects', HOME + '/.config/claude/projects']
    for root in roots:
        for path in sorted(glob.glob(root + '/**/*.jsonl', recursive=True)):
            rel = os.path.relpath(path, root); slug = rel.split(os.sep)[0]
            agent_file = os.path.basename(path).startswith('agent-')
            sess = re.search(r'/([^/]+)/subagents/', '/' + rel)
            for n, o in enumerate(objects(path, (b'"usage"', b'"queue-operation"'))):
                if o.get('type') == 'queue-operation':
                    born.setdefault(path, o['timestamp']); continue
                tur = o.get('toolUseResult')
                if isinstance(tur, dict) and isinstance(tur.get('usage'), dict) and tur.get('agentId'):
                    finals.append((tur['agentId'], claude_usage(tur['usage'])))
                if o.get('type') == 'progress':
                    e = (o.get('data') or {}).get('message') or {}; m = e.get('message') or {}; side = True; ts = e.get('timestamp')
                elif o.get('type') == 'assistant':
                    e, m, side, ts = o, o.get('message') or {}, bool(o.get('isSidechain')), o.get('timestamp')
                else: continue
                u = m.get('usage')
                if not isinstance(u, dict) or m.get('model') == '<synthetic>': continue
                mid = m.get('id')
                if not mid: anon += 1; mid = 'anon-%d' % anon
                v = claude_usage(u)
                sid = sess.group(1) if sess else o.get('sessionId') or os.path.basename(path)[:-6]
                copy = path in born and ts < born[path]
                extra = []
                for it in u.get('iterations') or []:
                    if it.get('type') not in (None, 'message'): extra.append((it.get('model') or m.get('model'), I(it.get('input_tokens')) , I(it.get('output_tokens'))))
                c = dict(v=v, model=m.get('model') or 'unknown', session=sid, project=slug, kind='subagent' if side else 'main', date=ts[:10], extra=extra, copy=copy, side=side)
                old = msgs.get(mid)
                if o.get('type') == 'assistant' and agent_file: agents[os.path.basename(path)[6:-6]].append(mid)
                if old is None: msgs[mid] = c; continue
                # original beats copy; main chain beats sidechain replay; then the larger record
                rank = lambda x: (not x['copy'], not x['side'], sum(x['v'][:3]) + x['v'][5])
                if rank(c) > rank(old): msgs[mid] = c
    best = {k: dict(m, v=list(m['v'])) for k, m in msgs.items()}
    for aid, v in finals:
        for mid in reversed(agents.get(aid, ())):
            b = best[mid]['v']
            if b[0] == v[0] and b[2:] == v[2:]:
                b[1] = max(b[1], v[1]); break
    out = {}
    for tier, src in (('records', msgs), ('recoverable', best)):
        t = Tally()
        for m in src.values():
            v = m['v']; dims = {k: m[k] for k in ('model', 'session', 'project', 'kind', 'date')}
            t.add(dict(messages=1, input=v[0], output=v[1], cache_creation=v[2], cache_creation_5m=v[3], cache_creation_1h=v[4], cache_read=v[5], total=v[0] + v[1] + v[2] + v[5]), dims)
            if tier == 'recoverable':
                for mod, i, oo in m['extra']: t.add(dict(input=i, output=oo, total=i + oo), {**dims, 'model': mod})
        out[tier] = t
    return out

class Tally:
    def __init__(s): s.t, s.by = defaultdict(int), defaultdict(lambda: defaultdict(lambda: defaultdict(int)))
    def add(s, vals, dims):
        for k, v in vals.items():
            s.t[k] += v
            for d, key in dims.items(): s.by[d][key][k] += v

# ------------------------------------------------------------------ codex
F = ('input_tokens', 'cached_input_tokens', 'output_tokens', 'reasoning_output_tokens')
vec = lambda u: tuple(I(u.get(k)) for k in F) if isinstance(u, dict) else None

def codex():
    files = {}
    for loc, root in (('active', 'sessions'), ('archived', 'archived_sessions')):
        for path in sorted(glob.glob(f'{HOME}/.codex/{root}/**/rollout-*.jsonl', recursive=True)):
            th = dict(id=None, parent=None, sub=False, loc=loc, ev=[])
            for o in objects(path, (b'token_count', b'token_usage_record', b'turn_context', b'session_meta')):
                t, p = o.get('type'), o.get('payload') or {}
                if t == 'session_meta' and th['id'] is None:
                    th['id'] = p.get('id'); th['parent'] = p.get('forked_from_id')
                    src = p.get('source')
                    if isinstance(src, dict) and 'subagent' in src:
                        th['sub'] = True; th['parent'] = th['parent'] or ((src['subagent'] or {}).get('thread_spawn') or {}).get('parent_thread_id')
                elif t == 'turn_context': th['ev'].append(('ctx', p.get('model'), None, None, None))
                elif t == 'token_usage_record': th['ev'].append(('tur', p.get('response_id'), vec(p.get('usage')), o['timestamp'], None))
                elif t == 'event_msg' and p.get('type') == 'token_count' and p.get('info'):
                    i = p['info']; tot = i.get('total_token_usage')
                    th['ev'].append(('tc', vec(tot), vec(i.get('last_token_usage')), o['timestamp'], I((tot or {}).get('total_tokens'))))
            files.setdefault(th['id'] or path, th)
    out = {'records': Tally(), 'recoverable': Tally()}
    seen_resp = set()
    for th in files.values():
        ev = th['ev']; skip = 0
        par = files.get(th['parent'])
        if par:      # replayed prefix = token_count events equal, one by one, to the parent's
            mine = [e[1:3] for e in ev if e[0] == 'tc']; theirs = [e[1:3] for e in par['ev'] if e[0] == 'tc']
            while skip < min(len(mine), len(theirs)) and mine[skip] == theirs[skip]: skip += 1
        model, prev, prevtt, pend = 'unknown', None, None, []
        for k, a, b, ts, tt in ev:
            if k == 'ctx': model = a or model; continue
            dims = lambda: dict(model=model, session=th['id'], date=ts[:10], kind='subagent' if th['sub'] else 'main', location=th['loc'])
            val = lambda v: dict(responses=1, input=v[0], cached_input=min(v[0], v[1]), output=v[2], reasoning=v[3], total=v[0] + v[2])
            if k == 'tur':
                if (th['id'], a) in seen_resp: continue
                seen_resp.add((th['id'], a)); pend.append(b); out['recoverable'].add(val(b), dims()); continue
            if skip: skip -= 1; prev, prevtt = a, tt; continue
            if a is not None and a == prev and tt == prevtt: continue            # re-emitted snapshot
            d = b
            if d is None:
                d = a if prev is None or any(x < y for x, y in zip(a, prev)) else tuple(x - y for x, y in zip(a, prev))
            if a is not None: prev, prevtt = a, tt
            if not any(d): continue
            out['records'].add(val(d), dims())
            if d in pend: pend.remove(d)
            else: out['recoverable'].add(val(d), dims())
    return out

# ------------------------------------------------------------------ gemini
def gemini():
    msgs = {}
    for path in sorted(glob.glob(HOME + '/.gemini/tmp/**/*.json*', recursive=True)):
        sid, kind = None, 'main'
        if path.endswith('.jsonl'):
            recs = []
            for o in objects(path, (b'"tokens"', b'"sessionId"')):
                if 'sessionId' in o: sid, kind = o['sessionId'], o.get('kind') or 'main'
                if '$set' in o: recs += o['$set'].get('messages') or []
                else: recs.append(o)
        else:
            try: o = json.load(open(path, encoding='utf-8', errors='replace'))
            except ValueError: continue
            if not isinstance(o, dict): continue
            sid, kind, recs = o.get('sessionId'), o.get('kind') or 'main', o.get('messages') or []
        for m in recs:
            tk = m.get('tokens')
            if m.get('type') == 'gemini' and isinstance(tk, dict): msgs[(sid, m.get('id'))] = (m, tk, sid, kind)
    out = {'records': Tally(), 'recoverable': Tally()}
    for m, tk, sid, kind in msgs.values():
        i, o, c, th, tool = (I(tk.get(k)) for k in ('input', 'output', 'cached', 'thoughts', 'tool'))
        for t in out.values():
            t.add(dict(messages=1, input=i + tool, cached_input=c, output=o, thoughts=th, tool=tool, total=i + o + th + tool),
                  dict(model=m.get('model') or 'unknown', session=sid, date=m['timestamp'][:10], kind=kind))
    return out

res = {'claude': claude(), 'codex': codex(), 'gemini': gemini()}
truth = json.load(open(os.path.join(DIR, 'truth.json')))
bad = 0
for a, tiers in res.items():
    for tier, t in tiers.items():
        want = truth[a][tier]
        probs = []
        if dict(t.t) != {k: v for k, v in want['totals'].items()}: probs.append('totals: got %s want %s' % (dict(t.t), want['totals']))
        for d, rows in want.items():
            if d == 'totals': continue
            got = t.by[d[3:]]
            for key in set(rows) | set(got):
                g, w = {k: v for k, v in got.get(key, {}).items() if v}, {k: v for k, v in rows.get(key, {}).items() if v}
                if g != w: probs.append(f'{d}[{key}]: got {g} want {w}')
        bad += len(probs)
        if '--quiet' not in sys.argv or probs:
            print(f'{a:7}{tier:12}', 'OK  total=%d' % t.t['total'] if not probs else f'{len(probs)} MISMATCHES')
            for p in probs[:6]: print('    ', p[:600])
sys.exit(1 if bad else 0)
