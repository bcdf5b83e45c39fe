using System.Text;

namespace DcCourseIndex.Catalog.Language;

/// <summary>
/// Keeps the stack of open elements, so that well-formed HTML of allowed elements comes out, whatever the order of the tags that come in:
/// what may stand in what, what a tag closes on its way, and what is missing around it.
/// </summary>
internal sealed class SafeHtmlWriter
{
    private const int Deepest = 40;

    private static readonly HashSet<string> TextBlocks = new(["p", "h2", "h3", "h4", "pre", "caption"], StringComparer.Ordinal);
    private static readonly HashSet<string> Holders = new(["ul", "ol", "table", "thead", "tbody", "tfoot", "tr"], StringComparer.Ordinal);

    private readonly SafeHtmlOutput _output = new();
    private readonly StringBuilder _run = new();
    private readonly List<(string Name, string? Href)> _stack = [];

    public void Text(string text) => _run.Append(text);

    public void Open(string name, string? href = null)
    {
        FlushRun();
        if (name == "br")
        {
            _output.LineBreak();
        }
        else if (SafeHtmlOutput.IsInline(name))
        {
            OpenInline(name, href);
        }
        else if (name is "li" or "tr" or "td" or "th" or "thead" or "tbody" or "tfoot" or "caption")
        {
            OpenPart(name);
        }
        else if (TextBlocks.Contains(name) || name is "blockquote" or "ul" or "ol" or "table")
        {
            OpenBlock(name);
        }
    }

    public void Close(string name)
    {
        FlushRun();
        if (name is "br")
        {
            _output.LineBreak();
            return;
        }

        var at = FindOpen(name);
        if (at < 0)
        {
            // </p> and the end of a block that has no place here still part what is before from what follows.
            if (name == "p" && FindOpen("pre") < 0)
            {
                _output.BreakBlock();
            }

            return;
        }

        if (!SafeHtmlOutput.IsInline(name))
        {
            PopTo(at);
            return;
        }

        var reopened = _stack.GetRange(at + 1, _stack.Count - at - 1);
        PopTo(at);
        _stack.AddRange(reopened);
    }

    public string Finish()
    {
        FlushRun();
        PopTo(0);
        return _output.ToString();
    }

    private void OpenInline(string name, string? href)
    {
        var at = FindOpen(name);
        if (name == "a" && at >= 0)
        {
            Close("a");
        }
        else if (at >= 0)
        {
            return;
        }

        if (name != "a" || href is not null)
        {
            HostText();
            _stack.Add((name, href));
        }
    }

    private void OpenBlock(string name)
    {
        var inlines = LeaveTextBlock();
        HostText();
        _output.BreakBlock();
        if (_stack.Count < Deepest)
        {
            _stack.Add((name, null));
        }

        if (!Holders.Contains(name))
        {
            _stack.AddRange(inlines);
        }
    }

    private void OpenPart(string name)
    {
        if (name == "li")
        {
            var list = _stack.FindLastIndex(e => e.Name is "ul" or "ol" or "table" or "td" or "th" or "caption");
            if (list >= 0 && _stack[list].Name is "ul" or "ol")
            {
                PopTo(list + 1);
            }
            else
            {
                OpenBlock("ul");
            }

            Push(name);
            return;
        }

        var table = _stack.FindLastIndex(e => e.Name == "table");
        if (table < 0)
        {
            _output.BreakBlock();
            return;
        }

        var keep = table;
        if (name is "td" or "th" or "tr")
        {
            var wanted = name == "tr" ? (string[])["thead", "tbody", "tfoot"] : ["tr"];
            keep = Math.Max(keep, _stack.FindLastIndex(e => wanted.Contains(e.Name)));
            if (name != "tr" && keep == table)
            {
                OpenPart("tr");
                keep = _stack.Count - 1;
            }
        }

        PopTo(keep + 1);
        Push(name);
    }

    // Leaves the paragraph, if one is open, and tells which emphasis and link were open in it.
    private List<(string, string?)> LeaveTextBlock()
    {
        var bottom = _stack.FindLastIndex(e => !SafeHtmlOutput.IsInline(e.Name)) + 1;
        var inlines = _stack.GetRange(bottom, _stack.Count - bottom);
        PopTo(bottom > 0 && TextBlocks.Contains(_stack[bottom - 1].Name) ? bottom - 1 : bottom);
        return inlines;
    }

    // Lists hold items and tables hold cells only; text that comes between gets one.
    private void HostText()
    {
        while (_stack.Count > 0 && Holders.Contains(_stack[^1].Name))
        {
            Push(_stack[^1].Name switch { "ul" or "ol" => "li", "tr" => "td", _ => "tr" });
        }
    }

    private void Push(string name)
    {
        _output.BreakBlock();
        _stack.Add((name, null));
    }

    private void PopTo(int count)
    {
        while (_stack.Count > count)
        {
            var name = _stack[^1].Name;
            _stack.RemoveAt(_stack.Count - 1);
            if (!SafeHtmlOutput.IsInline(name))
            {
                _output.BreakBlock();
            }

            _output.Close(name, _stack.Count);
        }
    }

    private int FindOpen(string name)
    {
        if (SafeHtmlOutput.IsInline(name))
        {
            var inline = _stack.FindLastIndex(e => e.Name == name);
            return inline > _stack.FindLastIndex(e => !SafeHtmlOutput.IsInline(e.Name)) ? inline : -1;
        }

        // A paragraph, list or item is not closed from inside a cell of a table within it.
        var at = _stack.FindLastIndex(e => e.Name == name);
        var isTablePart = name is "table" or "tr" or "td" or "th" or "thead" or "tbody" or "tfoot" or "caption";
        return isTablePart || at > _stack.FindLastIndex(e => e.Name is "td" or "th" or "caption") ? at : -1;
    }

    private void FlushRun()
    {
        if (_run.Length == 0)
        {
            return;
        }

        var text = CharacterHygiene.Clean(_run.ToString());
        _run.Clear();
        if (FindOpen("pre") >= 0)
        {
            _output.Verbatim(text, _stack);
            return;
        }

        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] is not (' ' or '\n' or '\t'))
            {
                continue;
            }

            if (i > start)
            {
                HostText();
                _output.Word(text[start..i], _stack);
            }

            if (i < text.Length)
            {
                _output.Blank();
            }

            start = i + 1;
        }
    }
}
