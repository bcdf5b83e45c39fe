using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace DcCourseIndex.Crawler.Sources.Yaml;

/// <summary>Builds the tree of a small YAML file from parser events, keeping every line and every repeated key.</summary>
public sealed class YamlTree
{
    // Source files need three levels; more would only serve to exhaust the stack.
    private const int MaxDepth = 8;

    private readonly string file;
    private readonly ICollection<ConfigProblem> problems;
    private readonly Parser parser;

    private YamlTree(string text, string file, ICollection<ConfigProblem> problems)
    {
        this.file = file;
        this.problems = problems;
        parser = new Parser(new StringReader(text));
    }

    /// <summary>The entries of the file's one mapping, or null where a problem was noted.</summary>
    public static IReadOnlyList<YamlEntry>? Read(string text, string file, ICollection<ConfigProblem> problems)
    {
        if (TabLine(text) is { } line)
        {
            problems.Add(new(file, line, "The line begins with a tab; indent with spaces."));
            return null;
        }
        try
        {
            return new YamlTree(text, file, problems).Root();
        }
        catch (YamlException e)
        {
            problems.Add(new(file, (int)e.Start.Line, $"The YAML cannot be read: {e.Message.TrimEnd('.')}. Texts that hold a colon, a # or a quote go in double quotes."));
            return null;
        }
    }

    private static int? TabLine(string text)
    {
        var lines = text.Split('\n');
        var index = Array.FindIndex(lines, line => line.TrimStart(' ').StartsWith('\t') && line.Trim().Length > 0);
        return index < 0 ? null : index + 1;
    }

    private IReadOnlyList<YamlEntry>? Root()
    {
        parser.Consume<StreamStart>();
        if (!parser.TryConsume<DocumentStart>(out _))
        {
            problems.Add(new(file, null, "The file is empty; write at least name: and platform:, or delete it."));
            return null;
        }
        var root = Value(depth: 0);
        parser.Consume<DocumentEnd>();
        if (parser.TryConsume<DocumentStart>(out var second))
        {
            problems.Add(new(file, (int)second.Start.Line, "A second document begins here (---); a file describes one source."));
        }
        if (root.Entries is null)
        {
            problems.Add(new(file, root.Line, root.IsEmpty
                ? "The file says nothing; write at least name: and platform:, or delete it."
                : "The file must consist of lines «key: value», beginning with name: and platform:."));
        }
        return root.Entries;
    }

    private YamlValue Value(int depth)
    {
        var start = parser.Current ?? throw new InvalidOperationException("The parser stands before its first event.");
        var line = (int)start.Start.Line;
        if (depth > MaxDepth)
        {
            throw new YamlException(start.Start, start.End, $"more than {MaxDepth} levels inside each other");
        }
        if (parser.TryConsume<AnchorAlias>(out _))
        {
            throw new YamlException(start.Start, start.End, "aliases (*name) are not used in source files, write the value out");
        }
        Plain((NodeEvent)start);
        if (parser.TryConsume<Scalar>(out var scalar))
        {
            return new(line) { Text = scalar.Value, Quoted = scalar.Style is not ScalarStyle.Plain };
        }
        return parser.TryConsume<SequenceStart>(out _) ? Items(line, depth) : Mapping(line, depth);
    }

    private void Plain(NodeEvent node)
    {
        if (!node.Anchor.IsEmpty || !node.Tag.IsEmpty)
        {
            problems.Add(new(file, (int)node.Start.Line, "Anchors (&name) and tags (!name) are not used in source files; leave them out."));
        }
    }

    private YamlValue Items(int line, int depth)
    {
        var items = new List<YamlValue>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(Value(depth + 1));
        }
        return new(line) { Items = items };
    }

    private YamlValue Mapping(int line, int depth)
    {
        parser.Consume<MappingStart>();
        var entries = new List<YamlEntry>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = Value(depth + 1);
            var value = Value(depth + 1);
            if (key.Text is null)
            {
                problems.Add(new(file, key.Line, "A list or a mapping stands where a key must be; write «key: value»."));
            }
            else if (entries.Find(entry => entry.Key == key.Text) is { } first)
            {
                problems.Add(new(file, key.Line, $"«{key.Text}» stands already on line {first.Line}; keep one of the two."));
            }
            else
            {
                entries.Add(new(key.Text, key.Line, value));
            }
        }
        return new(line) { Entries = entries };
    }
}
