using System.Globalization;

namespace Okstra.Engine.Tests.Custody;

/// <summary>States of a worktree in which other tools lose work: how to get there, and what must still work when it is back.</summary>
internal static class LossScenarios
{
    /// <param name="Arrange">Makes the state in a fresh worktree; git commands run in it.</param>
    /// <param name="Before">What the repository is like before the worktree is made.</param>
    /// <param name="After">What must work in the restored worktree.</param>
    public sealed record Scenario(string Arrange, string Before = "true", string After = "true");

    private const string Conflict = "printf 'one\\nours\\nthree\\n' > a.txt && git commit -qam ours && git branch other HEAD~1 && git checkout -q other && printf 'one\\ntheirs\\nthree\\n' > a.txt && git commit -qam theirs && git checkout -q feat-t-1";

    public static IReadOnlyDictionary<string, Scenario> All { get; } = new Dictionary<string, Scenario>(StringComparer.Ordinal)
    {
        ["dirty index"] = new("echo staged > a.txt && git add a.txt && git rm -q --cached b.txt"),
        ["unstaged changes"] = new("echo more >> a.txt"),
        ["untracked files"] = new("echo new > new.txt && mkdir -p deep/er && echo x > deep/er/file"),
        ["odd names"] = new("mkdir -p 'a b' -- '-dash' 'ünï 한글' && echo 1 > 'a b/c d' && echo 2 > './-dash/-x' && echo 3 > 'ünï 한글/é' && printf 4 > 'new\nline \"q\" \\b' && printf 5 > \"$(printf 'not\\377utf8')\" && printf 6 > 'tab\there' && echo 8 > ' lead' && echo 9 > '*star?'"),
        ["executable bit"] = new("chmod +x a.txt && echo '#!/bin/sh' > run.sh && chmod +x run.sh && git add run.sh && chmod -x run.sh"),
        ["symbolic links"] = new("ln -s a.txt link && ln -s /nowhere/at/all dangling && ln -s src folder-link && rm b.txt && ln -s a.txt b.txt && git add link"),
        ["deleted files"] = new("rm a.txt && rm -r src"),
        ["staged then changed"] = new("echo two > a.txt && git add a.txt && echo three > a.txt"),
        ["staged then deleted"] = new("echo gone > gone.txt && git add gone.txt && rm gone.txt && git rm -q --cached a.txt"),
        ["file became a folder and back"] = new("rm b.txt && mkdir b.txt && echo in > b.txt/in && rm -r src && echo file > src"),
        ["folder became a link"] = new("mkdir -p elsewhere && echo total > elsewhere/cart.py && rm -r src && ln -s elsewhere src"),
        ["unpushed commits"] = new("echo 1 >> a.txt && git commit -qam c1 && echo 2 >> a.txt && git commit -qam c2"),
        ["stash"] = new("echo s >> a.txt && echo u > u.txt && git stash -q -u && echo after > after.txt && git rev-parse stash@{0} > ../stashed && cd .. && git -C t-1 stash drop -q && git -C t-1 stash store -m 'On feat-t-1: mine' $(cat stashed)", After: "git cat-file -e $(cat ../stashed)^{tree} && git cat-file -e $(cat ../stashed)^3"),
        ["rebase stopped by a conflict"] = new(Conflict + "; git rebase -q other 2>/dev/null >&2; echo extra > extra.txt; true", After: "printf 'one\\nboth\\nthree\\n' > a.txt && git add a.txt && git rebase --continue >/dev/null 2>&1 && test \"$(git log -1 --format=%s feat-t-1)\" = ours && test \"$(git symbolic-ref HEAD)\" = refs/heads/feat-t-1"),
        ["rebase with changes stashed aside"] = new(Conflict + "; echo mine >> b.txt; git -c rebase.autoStash=true rebase -q other >/dev/null 2>&1; test -f \"$(git rev-parse --git-path rebase-merge/autostash)\"", After: "git checkout --ours a.txt 2>/dev/null && git add a.txt && git rebase --skip >/dev/null 2>&1; grep -q mine b.txt"),
        ["interactive rebase stopped to edit"] = new("for i in 1 2 3; do echo $i > f$i && git add . && git commit -qm c$i; done; GIT_SEQUENCE_EDITOR='sed -i 2s/pick/edit/' git rebase -q -i HEAD~3 >/dev/null 2>&1; echo half >> f2; git add f2; echo un >> f1", After: "git stash -q -- f1 && git commit -q --amend --no-edit && git rebase --continue >/dev/null 2>&1 && test \"$(git log -1 --format=%s)\" = c3"),
        ["merge stopped by a conflict"] = new(Conflict + "; git merge -q other >/dev/null 2>&1; echo note > note; true", After: "echo both > a.txt && git add a.txt && git commit -q --no-edit && test $(git rev-list --count --merges HEAD) = 1"),
        ["cherry-pick under way"] = new(Conflict + "; git cherry-pick other >/dev/null 2>&1; true", After: "echo both > a.txt && git add a.txt && git -c core.editor=true cherry-pick --continue >/dev/null 2>&1"),
        ["bisect under way"] = new("for i in 1 2 3 4 5; do echo $i > f && git add f && git commit -qm b$i; done; git bisect start -q HEAD HEAD~4 >/dev/null 2>&1; git bisect good >/dev/null", After: "git bisect log | grep -q good && git bisect reset >/dev/null 2>&1"),
        ["branch deleted, detached"] = new("echo d > d.txt && git add . && git commit -qm lost && git checkout -q --detach && git branch -q -D feat-t-1 && echo e >> d.txt"),
        ["commits only in the reflog"] = new("echo 1 > r1 && git add . && git commit -qm r1 && git rev-parse HEAD > ../lost && echo 2 > r2 && git add . && git commit -qm r2 && git rev-parse HEAD >> ../lost && git reset -q --hard HEAD~2", After: "while read id; do git cat-file -e $id^{tree} || exit 1; done < ../lost"),
        ["amended commit"] = new("echo 1 > r1 && git add . && git commit -qm r1 && git rev-parse HEAD > ../lost && echo 2 > r1 && git commit -qam r1b --amend", After: "git cat-file -e $(cat ../lost)^{tree} && test \"$(git show $(cat ../lost):r1)\" = 1"),
        ["orphan branch"] = new("git checkout -q --orphan fresh && echo o > o.txt && git add o.txt && echo p > p.txt", After: "git add . && git commit -qm root && test $(git rev-list --count HEAD) = 1"),
        ["orphan branch with commits"] = new("git checkout -q --orphan fresh && git rm -q -r --cached . && echo o > o.txt && git add o.txt && git commit -qm root && echo more >> o.txt"),
        ["assumed unchanged"] = new("git update-index --assume-unchanged a.txt && echo hidden >> a.txt && git update-index --assume-unchanged b.txt && rm b.txt"),
        ["skip-worktree edits"] = new("git update-index --skip-worktree a.txt && echo hidden >> a.txt"),
        ["sparse checkout"] = new("git sparse-checkout set --no-cone '/src/' '/.gitignore' && echo s >> src/cart.py && echo n > src/new.py"),
        ["autocrlf"] = new("printf 'l1\\r\\nl2\\r\\n' > crlf.txt && printf 'l1\\nl2\\n' > lf.txt && git add . 2>/dev/null && git commit -qm eol && printf 'mixed\\r\\nends\\n' > a.txt && printf 'l1\\nl2\\n' > crlf.txt && git add crlf.txt 2>/dev/null", Before: "git config core.autocrlf true"),
        ["attributes convert"] = new("printf 'r1\\nr2\\n' > c.txt && printf '\\303\\244\\n' > d.enc && printf '$Id$\\n' > i.id && git add . && git commit -qm conv && printf 'mixed\\r\\nx\\n' > c.txt", Before: "printf '*.txt text eol=crlf\\n*.id ident\\n' > .gitattributes && git add . && git commit -qm attr"),
        ["clean filter"] = new("echo secret > s.up && git add s.up && git commit -qm f && echo other > t.up", Before: "printf '*.up filter=up\\n' > .gitattributes && git add . && git commit -qm attr && git config filter.up.clean 'tr a-z A-Z' && git config filter.up.smudge 'tr A-Z a-z' && git config filter.up.required true"),
        ["intent to add"] = new("echo soon > soon.txt && git add -N soon.txt && echo x > later.txt && git add -N later.txt && rm later.txt"),
        ["large binary"] = new("head -c 5000000 /dev/urandom > big.bin && head -c 100000 /dev/zero > zero.bin && git add zero.bin"),
        ["nothing but a clean worktree with a commit"] = new("git commit -q --allow-empty -m empty"),
        ["detached HEAD"] = new("echo 1 > one && git add one && git commit -qm one && git checkout -q --detach HEAD~1 && echo x > detached.txt && git add . && git commit -qm off"),
        ["other branch checked out"] = new("echo 1 > one && git add one && git commit -qm one && git checkout -q -b experiment && echo 2 > two && git add two && git commit -qm two && echo 3 > three"),
        ["split index"] = new("git update-index --split-index && echo 1 > one && git add one && echo 2 >> a.txt"),
        ["ignored output beside work"] = new("mkdir -p node_modules/x dist && echo 1 > node_modules/x/y && echo 2 > dist/z && echo work > work.txt; rm -r node_modules dist"),
        ["empty file and empty commit message"] = new("touch empty && git add empty && git commit -q --allow-empty-message -m '' && touch empty2"),
        ["notes in git's own folder"] = new("echo 'half a message' > \"$(git rev-parse --git-path COMMIT_EDITMSG)\" && echo w > w.txt", After: "grep -q half \"$(git rev-parse --git-path COMMIT_EDITMSG)\""),
        ["many files"] = new(string.Create(CultureInfo.InvariantCulture, $"mkdir many && cd many && i=0; while [ $i -lt {300} ]; do echo $i > f$i; i=$((i+1)); done; git add f1*")),
    };
}
