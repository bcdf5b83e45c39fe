using System.Text.Json.Nodes;
using DcCourseIndex.Portals.Serving;

namespace DcCourseIndex.Portals.Moodle;

/// <summary>The XML that the web services answer where JSON was not asked for.</summary>
internal static class XmlAnswer
{
    public static string Of(JsonNode? answer) => "<?xml version=\"1.0\" encoding=\"UTF-8\" ?>\n" + (answer is JsonObject failed && failed.ContainsKey("exception")
        ? $"<EXCEPTION class=\"{failed["exception"]}\">\n<ERRORCODE>{failed["errorcode"]}</ERRORCODE>\n<MESSAGE>{failed["message"]}</MESSAGE>\n</EXCEPTION>\n"
        : $"<RESPONSE>\n{Value(answer)}\n</RESPONSE>\n");

    private static string Value(JsonNode? node) => node switch
    {
        JsonObject single => $"<SINGLE>\n{string.Concat(single.Select(pair => $"<KEY name=\"{pair.Key}\">{Value(pair.Value)}</KEY>\n"))}</SINGLE>\n",
        JsonArray multiple => $"<MULTIPLE>\n{string.Concat(multiple.Select(Value))}</MULTIPLE>\n",
        null => "<VALUE null=\"null\"/>",
        _ => $"<VALUE>{Markup.Escape(node.ToString())}</VALUE>\n",
    };
}
