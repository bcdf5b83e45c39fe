namespace DcCourseIndex.Catalog.Ledger;

/// <summary>
/// The queue of requests to the roles that hold the work. A request is taken by one and answered once. With a <paramref name="node"/> several nodes
/// take from it, and <paramref name="times"/> says after which silence one of them counts as gone.
/// </summary>
public sealed class WorkRequests(LedgerStore store, TimeProvider clock, Node? node = null, LeaseTimes? times = null)
{
    private const string Columns =
        "id as Id, verb as Verb, argument as Argument, posted_at as PostedAt, state as State, progress as Progress, answer as Answer, exit_code as ExitCode";

    private const string Mine = "state = 'waiting' and verb in @verbs and (for_node is null or for_node = @name)";

    /// <summary>Posts a request; with <paramref name="here"/> for a node of this one's name alone, because what it needs lies on this machine.</summary>
    public Task<WorkRequest> PostAsync(string verb, string argument, CancellationToken ct, bool here = false) => store.WriteAsync(
        async tx => (await tx.FirstAsync<Row>(
            $"insert into requests (verb, argument, posted_at, state, for_node) values (@verb, @argument, @at, 'waiting', @name) returning {Columns}",
            new { verb, argument, at = Instant.Text(clock.GetUtcNow()), name = here ? node?.Name : null }))!.ToRequest(),
        ct);

    /// <summary>The oldest waiting request of these verbs, now the caller's alone; null where none waits.</summary>
    public async Task<WorkRequest?> TakeAsync(IReadOnlyList<string> verbs, CancellationToken ct)
    {
        // Looked at first without the writer's lock, because the role asks often and mostly for nothing.
        var name = node?.Name;
        var waiting = await store.ReadAsync(tx => tx.FirstAsync<long>($"select count(*) from requests where {Mine}", new { verbs, name }), ct);
        return waiting == 0 ? null : await store.WriteAsync(
            async tx => (await tx.FirstAsync<Row>(
                $"""
                update requests set state = 'taken', taken_by = @taker
                where state = 'waiting' and id = (select min(id) from requests where {Mine})
                returning {Columns}
                """,
                new { verbs, name, taker = node?.Instance }))?.ToRequest(),
            ct);
    }

    /// <summary>Replaces the progress shown to whoever waits; nothing happens where the request is not taken.</summary>
    public Task ProgressAsync(long id, string text, CancellationToken ct) => store.WriteAsync(
        tx => tx.ExecuteAsync("update requests set progress = @text where id = @id and state = 'taken'", new { id, text }),
        ct);

    /// <summary>Leaves the answer; the first one stands.</summary>
    public Task AnswerAsync(long id, string answer, int exitCode, CancellationToken ct) => store.WriteAsync(
        tx => tx.ExecuteAsync(
            "update requests set state = 'done', answer = @answer, exit_code = @exitCode where id = @id and state <> 'done'",
            new { id, answer, exitCode }),
        ct);

    public Task<WorkRequest?> FindAsync(long id, CancellationToken ct) => store.ReadAsync(
        async tx => (await tx.FirstAsync<Row>($"select {Columns} from requests where id = @id", new { id }))?.ToRequest(),
        ct);

    /// <summary>The requests of these verbs, newest first.</summary>
    public Task<IReadOnlyList<WorkRequest>> NewestAsync(IReadOnlyList<string> verbs, int limit, CancellationToken ct) => store.ReadAsync<IReadOnlyList<WorkRequest>>(
        async tx => [.. (await tx.QueryAsync<Row>($"select {Columns} from requests where verb in @verbs order by id desc limit @limit", new { verbs, limit })).Select(row => row.ToRequest())],
        ct);

    /// <summary>
    /// Puts back what was taken of these verbs and never answered: by whomever, for the start of the one process that takes, or, where several nodes
    /// do, by those that have gone. Returns how many.
    /// </summary>
    public Task<int> ReleaseAsync(IReadOnlyList<string> verbs, CancellationToken ct) => node is null
        ? store.WriteAsync(tx => tx.ExecuteAsync("update requests set state = 'waiting', progress = null where state = 'taken' and verb in @verbs", new { verbs }), ct)
        : ReleaseOfGoneAsync(verbs, (times ?? LeaseTimes.Standard).Length.TotalSeconds, ct);

    private async Task<int> ReleaseOfGoneAsync(IReadOnlyList<string> verbs, double silence, CancellationToken ct)
    {
        const string Gone = """
            state = 'taken' and verb in @verbs and not exists (
                select 1 from nodes where instance = requests.taken_by and stopped = 0 and seen_at > clock_timestamp() - make_interval(secs => @silence))
            """;
        var gone = await store.ReadAsync(tx => tx.FirstAsync<long>($"select count(*) from requests where {Gone}", new { verbs, silence }), ct);
        return gone == 0 ? 0 : await store.WriteAsync(tx => tx.ExecuteAsync($"update requests set state = 'waiting', progress = null where {Gone}", new { verbs, silence }), ct);
    }

    private sealed class Row
    {
        public long Id { get; init; }
        public string Verb { get; init; } = "";
        public string Argument { get; init; } = "";
        public string PostedAt { get; init; } = "";
        public string State { get; init; } = "";
        public string? Progress { get; init; }
        public string? Answer { get; init; }
        public int? ExitCode { get; init; }

        public WorkRequest ToRequest() =>
            new(Id, Verb, Argument, Instant.Of(PostedAt), StoredName.Of<RequestState>(State), Progress, Answer, ExitCode);
    }
}
