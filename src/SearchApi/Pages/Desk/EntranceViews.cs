namespace DcCourseIndex.SearchApi.Pages.Desk;

/// <summary>What the page of signing in shows.</summary>
public sealed class SignInView
{
    internal SignInView(PageFrame frame, string token, string? wrong) => (Frame, Token, Wrong) = (frame, token, wrong);

    public PageFrame Frame { get; }
    internal string Token { get; }

    /// <summary>Why the last try opened nothing.</summary>
    internal string? Wrong { get; }
}

/// <summary>What the first page of the desk shows: how much waits in each part.</summary>
public sealed class OverviewView
{
    internal OverviewView(DeskFrame desk, int doubtful, int held, long mistakes) => (Desk, Doubtful, Held, Mistakes) = (desk, doubtful, held, mistakes);

    public DeskFrame Desk { get; }
    internal int Doubtful { get; }
    internal int Held { get; }
    internal long Mistakes { get; }
}
