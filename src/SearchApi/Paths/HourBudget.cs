namespace DcCourseIndex.SearchApi.Paths;

/// <summary>The hours that a learner has, spent course by course; a course that closes two gaps is paid for once.</summary>
internal sealed class HourBudget(int? hours)
{
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    public double Spent { get; private set; }

    /// <summary>Taken courses that do not say how long they take.</summary>
    public int Unknown { get; private set; }

    /// <summary>Whether a course still fits; one of unknown length always does.</summary>
    public bool Has(PathChoice choice) => hours is null || taken.Contains(choice.Id) || Spent + (choice.Hours ?? 0) <= hours;

    public void Spend(PathChoice choice)
    {
        if (!taken.Add(choice.Id))
            return;
        Spent = Math.Round(Spent + (choice.Hours ?? 0), 1);
        Unknown += choice.Hours is null ? 1 : 0;
    }
}
