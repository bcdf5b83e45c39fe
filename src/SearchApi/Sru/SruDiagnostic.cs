using DcCourseIndex.SearchApi.Answers;

namespace DcCourseIndex.SearchApi.Sru;

/// <summary>What is wrong with a request, by its number in the list of SRU (info:srw/diagnostic/1), with the detail that the list asks for.</summary>
internal sealed record SruDiagnostic(int Number, string Message, string Details)
{
    private const int Longest = 100;

    public string Uri => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"info:srw/diagnostic/1/{Number}");

    public static SruDiagnostic Operation(string sent) => Of(4, "Unsupported operation", sent);
    public static SruDiagnostic Version(string highest) => Of(5, "Unsupported version", highest);
    public static SruDiagnostic Value(string parameter) => Of(6, "Unsupported parameter value", parameter);
    public static SruDiagnostic Missing(string parameter) => Of(7, "Mandatory parameter not supplied", parameter);
    public static SruDiagnostic Parameter(string parameter) => Of(8, "Unsupported parameter", parameter);
    public static SruDiagnostic Syntax(string what) => Of(10, "Query syntax error", what);
    public static SruDiagnostic LongQuery(int most) => Of(12, "Too many characters in query", Text(most));
    public static SruDiagnostic Parentheses(int at) => Of(13, "Invalid or unsupported use of parentheses", Text(at));
    public static SruDiagnostic Quotes(int at) => Of(14, "Invalid or unsupported use of quotes", Text(at));
    public static SruDiagnostic ContextSet(string name) => Of(15, "Unsupported context set", name);
    public static SruDiagnostic Index(string name) => Of(16, "Unsupported index", name);
    public static SruDiagnostic Relation(string name) => Of(19, "Unsupported relation", name);
    public static SruDiagnostic RelationModifier(string name) => Of(20, "Unsupported relation modifier", name);
    public static SruDiagnostic LongTerm(int most) => Of(23, "Too many characters in term", Text(most));
    public static SruDiagnostic EmptyTerm() => Of(27, "Empty term unsupported", "");
    public static SruDiagnostic Masking(char sign) => Of(28, "Masking character not supported", $"{sign}");
    public static SruDiagnostic Anchor() => Of(31, "Anchoring character not supported", "^");
    public static SruDiagnostic Boolean(string name) => Of(37, "Unsupported boolean operator", name);
    public static SruDiagnostic ManyBooleans(int most) => Of(38, "Too many boolean operators in query", Text(most));
    public static SruDiagnostic BooleanModifier(string name) => Of(46, "Unsupported boolean modifier", name);
    public static SruDiagnostic Position() => Of(61, "First record position out of range", "");
    public static SruDiagnostic Schema(string name) => Of(66, "Unknown schema for retrieval", name);
    public static SruDiagnostic Packing(string name) => Of(71, "Unsupported record packing", name);
    public static SruDiagnostic Sort() => Of(80, "Sort not supported", "");
    public static SruDiagnostic Stylesheet() => Of(110, "Stylesheets not supported", "");

    private static SruDiagnostic Of(int number, string message, string details)
    {
        var line = PlainLine.Of(details);
        return new(number, message, line.Length <= Longest ? line : PlainLine.Xml(line[..Longest]) + "…");
    }

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
