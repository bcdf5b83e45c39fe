using System.CommandLine;

namespace DcCourseIndex.Host.Verbs;

/// <summary>The options that every verb takes.</summary>
internal static class CommonOptions
{
    public static readonly Option<string?> Data = new("--data")
    {
        Description = "Folder of the catalogue and the index (default data; demo: data-demo)",
        HelpName = "DIR",
        Recursive = true,
    };

    public static readonly Option<string> Config = new("--config")
    {
        Description = "Folder of the configuration",
        HelpName = "DIR",
        DefaultValueFactory = _ => "config",
        Recursive = true,
    };
}
