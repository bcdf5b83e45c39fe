using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace DcCourseIndex.Crawler.Tests.Fetching;

/// <summary>Keeps every log line in its final words.</summary>
internal sealed class WrittenLines : ILoggerFactory, ILogger
{
    public ConcurrentQueue<string> Written { get; } = new();

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Written.Enqueue(formatter(state, exception) + exception);

    public void Dispose()
    {
    }
}
