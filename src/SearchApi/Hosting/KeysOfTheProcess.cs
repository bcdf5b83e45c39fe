using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;

namespace DcCourseIndex.SearchApi.Hosting;

/// <summary>
/// The web framework's own keys, kept in memory. It makes some at every start and would leave them in the home folder of whoever runs the service;
/// nothing here is protected by them, so they may end with the process.
/// </summary>
internal sealed class KeysOfTheProcess : IXmlRepository
{
    private readonly List<XElement> keys = [];

    public static void AddTo(IServiceCollection services) =>
        services.Configure<KeyManagementOptions>(static options => (options.XmlRepository, options.XmlEncryptor) = (new KeysOfTheProcess(), new NullXmlEncryptor()));

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        lock (keys)
            return [.. keys];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        lock (keys)
            keys.Add(element);
    }
}
