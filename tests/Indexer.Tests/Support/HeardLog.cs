using Microsoft.Extensions.Logging;

namespace DcCourseIndex.Indexer.Tests.Support;

/// <summary>A log whose lines can be looked at.</summary>
public sealed class HeardLog : ILogger
{
    public List<string> Lines { get; } = [];

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Lines.Add(formatter(state, exception));
}
