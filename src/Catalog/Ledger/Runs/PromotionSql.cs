namespace DcCourseIndex.Catalog.Ledger;

/// <summary>The statements of a promotion, each for all courses at once. Revisions are the counter's old value plus the number in the plan.</summary>
internal static class PromotionSql
{
    private const string NotListed = "not exists (select 1 from run_entries e where e.run = @Run and e.course_id = courses.id)";
    private const string NotPlanned = "not exists (select 1 from promotion p where p.course_id = courses.id)";

    /// <summary>New, changed and returned courses. A course that a later run has seen keeps what that one said.</summary>
    public const string PlanListed = """
        insert into promotion (course_id, step, number)
        select e.course_id,
               case when c.id is null then 'new' when c.state <> 'active' then 'returned' else 'changed' end,
               row_number() over (order by e.course_id)
        from run_entries e
        left join courses c on c.id = e.course_id
        left join course_texts t on t.id = e.course_id
        where e.run = @Run
          and (c.id is null
               or (c.last_run <= @Run and (c.hash <> e.hash or c.state <> 'active' or t.tagging <> e.tagging)))
        """;

    /// <summary>What the portal itself says is gone. A course that a later run has seen stays.</summary>
    public const string PlanDeleted = $"""
        insert into promotion (course_id, step, number)
        select id, 'retired', @Before + row_number() over (order by id)
        from courses
        where source = @Source and state <> 'retired' and last_run <= @Run and {NotListed}
          and exists (select 1 from run_deletions d where d.run = @Run and d.course_id = courses.id)
        """;

    public const string PlanRetired = $"""
        insert into promotion (course_id, step, number)
        select id, 'retired', @Before + row_number() over (order by id)
        from courses
        where source = @Source and state = 'missing' and missing_runs >= @Runs and missing_days >= @Days and {NotListed} and {NotPlanned}
        """;

    public const string PlanMissing = $"""
        insert into promotion (course_id, step, number)
        select id, 'missing', @Before + row_number() over (order by id)
        from courses
        where source = @Source and state = 'active' and last_run <= @Run and {NotListed} and {NotPlanned}
        """;

    /// <summary>What is done once the plan stands and the counter is raised, in this order.</summary>
    public static readonly IReadOnlyList<string> Apply =
    [
        // Equal ones are only seen again; those with a step get the same and more below.
        """
        update courses set last_seen = @Seen, last_run = @Run
        where last_run <= @Run and id in (select course_id from run_entries where run = @Run)
        """,
        """
        insert into courses (id, source, source_id, hash, state, first_seen, last_seen, last_changed, last_run, revision)
        select e.course_id, @Source, e.source_id, e.hash, 'active', @Seen, @Seen, @Now, @Run, @Base + p.number
        from promotion p
        join run_entries e on e.run = @Run and e.course_id = p.course_id
        where p.step = 'new'
        """,
        """
        update courses set hash = e.hash, state = 'active', last_changed = @Now, revision = @Base + p.number,
            missing_since = null, missing_runs = 0, missing_days = 0, missing_counted_at = null
        from promotion p
        join run_entries e on e.run = @Run and e.course_id = p.course_id
        where p.course_id = courses.id and p.step in ('changed', 'returned')
        """,
        """
        insert into course_texts (id, tagging, course)
        select e.course_id, e.tagging, e.course
        from promotion p
        join run_entries e on e.run = @Run and e.course_id = p.course_id
        where p.step in ('new', 'changed', 'returned')
        on conflict (id) do update set tagging = excluded.tagging, course = excluded.course
        """,
        """
        insert into raw_listings (id, raw)
        select e.course_id, e.raw
        from run_entries e
        join courses c on c.id = e.course_id
        where e.run = @Run and c.last_run = @Run
        on conflict (id) do update set raw = excluded.raw where raw_listings.raw <> excluded.raw
        """,
        """
        update courses set state = 'missing', last_changed = @Now, revision = @Base + p.number,
            missing_since = @Seen, missing_runs = 1, missing_days = 0, missing_counted_at = @Seen
        from promotion p
        where p.course_id = courses.id and p.step = 'missing'
        """,
        // The run stands in the row, so that an older one that is accepted later does not bring the course back.
        """
        update courses set state = 'retired', last_run = @Run, last_changed = @Now, revision = @Base + p.number
        from promotion p
        where p.course_id = courses.id and p.step = 'retired'
        """,
        "delete from promotion",
    ];

    public const string Report = """
        update runs set
            added = @Added, changed = @Changed, unchanged = @Unchanged, returned = @Returned, missing = @Missing, retired = @Retired,
            counted = @Counted, revision = (select revision from counter)
        where id = @Run
        """;

    /// <summary>The condition that a run does not list the course of the row.</summary>
    public static string NotListedBy(string run) => NotListed.Replace("@Run", run, StringComparison.Ordinal);
}
