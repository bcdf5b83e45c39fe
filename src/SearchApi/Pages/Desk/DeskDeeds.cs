namespace DcCourseIndex.SearchApi.Pages.Desk;

/// <summary>What can have been done at the desk besides verdicts, as addresses name it; the texts say it as «desk.did.…».</summary>
internal static class DeskDeeds
{
    public const string Asked = "asked";
    public const string Settled = "settled";
    public const string Reopened = "reopened";
    public const string TakenDown = "taken-down";
    public const string PutBack = "put-back";
    public const string SavedSynonyms = "synonyms";
    public const string WentBack = "synonyms-back";

    public static readonly IReadOnlyList<string> All = [Asked, Settled, Reopened, TakenDown, PutBack, SavedSynonyms, WentBack];
}
