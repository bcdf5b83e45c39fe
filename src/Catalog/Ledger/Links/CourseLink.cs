namespace DcCourseIndex.Catalog.Ledger;

/// <summary>A course's address with its history, as a check needs it. <paramref name="Host"/> is in ASCII and lower case.</summary>
public sealed record CourseLink(string CourseId, string Source, string Address, string Host, string Title, LinkHistory History);

/// <summary>What a look made of a link: its new history, and when the next look is due.</summary>
public sealed record LinkJudgement(string CourseId, LinkHistory History, DateTimeOffset DueAt);
