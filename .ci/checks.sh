# What .ci/run and .ci/full share: named checks, counted, of which a failed one shows the end of its output. Each runs in a shell of
# its own, so that a folder it goes to is not where the next one starts.
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0
failed=0

check() {
    local name=$1
    shift
    local start=$SECONDS
    if ("$@") >"$work/log" 2>&1; then
        passed=$((passed + 1))
        echo "ok      $name ($((SECONDS - start)) s)"
    else
        failed=$((failed + 1))
        echo "FAILED  $name ($((SECONDS - start)) s)"
        tail -n 60 "$work/log"
    fi
}

# Adds the tests of a result file to the counts; one that was not executed has not passed.
counts() {
    local line
    line=$(grep -o '<Counters [^>]*>' "$1" 2>/dev/null | head -n 1)
    [ -n "$line" ] || { echo "no test was executed"; failed=$((failed + 1)); return; }
    local p f t
    t=$(sed 's/.* total="\([0-9]*\)".*/\1/' <<<"$line")
    p=$(sed 's/.* passed="\([0-9]*\)".*/\1/' <<<"$line")
    f=$((t - p))
    echo "        of these tests $p passed, $f did not"
    passed=$((passed + p))
    failed=$((failed + f))
}

finish() {
    echo "$passed passed, $failed failed"
    [ "$failed" -eq 0 ]
}
