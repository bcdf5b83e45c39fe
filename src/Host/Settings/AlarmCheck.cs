using DcCourseIndex.Crawler.Alarms;
using DcCourseIndex.Crawler.Sources;

namespace DcCourseIndex.Host.Settings;

/// <summary>What is wrong with the alarm settings together: parts that need each other, and secrets that are not there.</summary>
internal static class AlarmCheck
{
    public static IEnumerable<ConfigProblem> Problems(AlarmSettings alarms, IReadOnlyDictionary<string, string> environment, string file)
    {
        var mail = alarms.Mail;
        (bool Wrong, string Message)[] rules =
        [
            (alarms is { WebhookSecret: not null, Webhook: null }, "«alarms.webhookSecret» is set and «alarms.webhook» is not; write the address that alarms are posted to, or leave both out."),
            (mail is { IsOn: true, Server: null }, "«alarms.mail.to» is set and «alarms.mail.server» is not; write the name of the mail server."),
            (mail is { IsOn: true, From: null }, "«alarms.mail.to» is set and «alarms.mail.from» is not; write the sender's e-mail address."),
            (mail is { IsOn: false } and not { From: null, Server: null, User: null, Password: null }, "«alarms.mail» has settings and «alarms.mail.to» is empty; write who gets the mail, or leave all of it out."),
            (mail.User is null != mail.Password is null, "«alarms.mail.user» and «alarms.mail.password» go together; write both or neither."),
            (mail is { Password: not null, StartTls: false } && !IsThisMachine(mail.Server), "«alarms.mail.tls: none» would send the password readable over the network; write starttls, or leave user and password out."),
            (Missing(alarms.WebhookSecret), $"«alarms.webhookSecret» names ${alarms.WebhookSecret}, and there is no such environment variable; set it where the service is started."),
            (Missing(mail.Password), $"«alarms.mail.password» names ${mail.Password}, and there is no such environment variable; set it where the service is started."),
        ];
        return rules.Where(rule => rule.Wrong).Select(rule => new ConfigProblem(file, null, rule.Message));

        bool Missing(string? name) => name is not null && string.IsNullOrEmpty(environment.GetValueOrDefault(name));
    }

    private static bool IsThisMachine(string? server) => server is "localhost" or "127.0.0.1" or "::1";
}
