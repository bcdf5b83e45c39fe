namespace DcCourseIndex.Portals.Links;

/// <summary>The hosts of the link site; each listens on a loopback address of its own.</summary>
public enum LinkHostKind
{
    /// <summary>Always up, honest about what is not there.</summary>
    Honest,

    /// <summary>Answers 200 to whatever it is asked.</summary>
    Soft,

    /// <summary>Suspects robots.</summary>
    Walled,

    /// <summary>Fails page by page now and then.</summary>
    Flaky,

    /// <summary>Hangs up on everybody in two nights.</summary>
    DownTwoNights,

    /// <summary>Answers 503 to everybody in two nights.</summary>
    BusyTwoNights,

    /// <summary>Answers 404 to everybody in five nights, after a failed update.</summary>
    MislaidFiveNights,

    /// <summary>Sends every address the same shell that scripts fill.</summary>
    Scripted,

    /// <summary>Wants cookies and logins.</summary>
    Closed,

    /// <summary>Shows a certificate that nobody trusts.</summary>
    Untrusted,

    /// <summary>Nobody listens there any more.</summary>
    Dead,
}
