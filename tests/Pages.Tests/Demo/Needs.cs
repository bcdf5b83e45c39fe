namespace DcCourseIndex.Pages.Tests.Demo;

/// <summary>What a test of pages needs beside the project, with the line that installs it.</summary>
internal static class Needs
{
    public const string Npm = "npm install --prefix ~/.cache/dccourseindex-pages --ignore-scripts axe-core vnu-jar lighthouse";

    /// <summary>Why the browser cannot be asked; null where it can.</summary>
    public static string? Browser => Environment.GetEnvironmentVariable("DCCOURSEINDEX_PAGES") != "1" ? "tests/run pages runs it"
        : File.Exists(Place.Chromium) ? null : $"{Place.Chromium} is missing: apt-get install --no-install-recommends chromium";

    public static string? Module(string name) => Browser ?? (Directory.Exists(Place.Module(name)) ? null : $"{name} is missing: {Npm}");

    public static string? Programs(string package, params string[] programs) => Browser ?? (programs.FirstOrDefault(program => !IsThere(program)) is { } lacking ? $"{lacking} is missing: apt-get install {package}" : null);

    private static bool IsThere(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
}

/// <summary>A test in a real browser.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PageFactAttribute : FactAttribute
{
    public PageFactAttribute() => Skip = Needs.Browser;
}

/// <summary>A test in a real browser, for several pages.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PageTheoryAttribute : TheoryAttribute
{
    public PageTheoryAttribute() => Skip = Needs.Browser;
}

/// <summary>A test by a checker from npm, for several pages.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CheckedTheoryAttribute : TheoryAttribute
{
    public CheckedTheoryAttribute(string module) => Skip = Needs.Module(module);
}

/// <summary>A test by a checker from npm, and a program that runs it.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CheckedFactAttribute : FactAttribute
{
    public CheckedFactAttribute(string module, string program, string package) => Skip = Needs.Module(module) ?? Needs.Programs(package, program);
}

/// <summary>A test that prints pages and looks at the paper.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PaperTheoryAttribute : TheoryAttribute
{
    public PaperTheoryAttribute() => Skip = Needs.Programs("poppler-utils zbar-tools", "pdftoppm", "pdfinfo", "zbarimg");
}
