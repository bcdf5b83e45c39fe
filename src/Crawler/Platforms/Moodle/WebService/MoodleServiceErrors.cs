using DcCourseIndex.Crawler.Sources;

namespace DcCourseIndex.Crawler.Platforms.Moodle.WebService;

/// <summary>A refusal of a web-service call. Only the code is told apart: messages are translated and exception classes change with the version.</summary>
internal sealed record MoodleServiceError(string Code);

/// <summary>What an operator can do about an error code.</summary>
internal static class MoodleServiceErrors
{
    /// <summary>Our own name for status 403 with an empty body: Moodle sends no code then.</summary>
    public const string SwitchedOff = "webservicesoff";

    /// <summary>Our own name for an answer beyond the cap of the fetcher.</summary>
    public const string TooLarge = "answertoolarge";

    public static string Remedy(string code, string function, SourceDefinition source) => code switch
    {
        "invalidtoken" => $"the token is not known or has expired: ask the portal's owner for a new one and set {source.TokenVariable}.",
        "accessexception" or "nopermissions" or "required_capability_exception" =>
            $"the token may not call {function}: ask the portal's owner to add the function to the service and the capability webservice/rest:use to the account.",
        "sitemaintenance" => "the portal is closed for maintenance; harvest again later.",
        SwitchedOff => $"web services or the REST protocol are switched off there: ask the portal's owner, or remove `token:` from {source.Name}.yml to read the public pages.",
        "servicenotavailable" or "invalidrecord" => $"the portal does not offer {function}: ask its owner to enable it in the service of the token.",
        TooLarge => "the answer is larger than the crawler takes: name the `categories:` to harvest in the source file.",
        _ => "ask the portal's owner what it means, or remove `token:` from the source file to read the public pages.",
    };
}
