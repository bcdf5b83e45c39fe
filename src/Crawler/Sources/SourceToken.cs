namespace DcCourseIndex.Crawler.Sources;

/// <summary>A portal's access token, looked up when a run needs it: a variable that is not set stops that run, not the program.</summary>
public static class SourceToken
{
    /// <summary>The token and no problem; no token and a sentence where the named variable is not set; neither where the source names none.</summary>
    public static (string? Token, string? Problem) Read(SourceDefinition source, Func<string, string?> environment)
    {
        if (source.TokenVariable is not { } variable)
        {
            return (null, null);
        }
        var token = environment(variable)?.Trim();
        return string.IsNullOrEmpty(token)
            ? (null, $"{source.File}: the environment variable {variable} is not set; set it to the token that the portal's administrator issued, or take token: out to read only the public list.")
            : (token, null);
    }
}
