// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/settings/Settings.h"
#include "congvu/signing/net/Fetcher.h"
#include "congvu/signing/pades/PadesExtension.h"
#include "congvu/time/Clock.h"
#include "service/TimeStamps.h"
#include "service/TrustRoots.h"

#include <string>
#include <string_view>
#include <vector>

namespace congvu::signingdesk {

/// Raises the level of a signed file with the time-stamp server that is configured and the responders and lists that certificates name. It
/// visits only addresses of certificates whose chain ends at a trusted root. Asks the network: for background work by one thread.
class LevelSources {
public:
    LevelSources(TrustRoots& roots, TimeStamps& timeStamps, Clock& clock) : roots_(roots), timeStamps_(timeStamps), clock_(clock) {}

    struct Raised {
        std::string document;  ///< the whole file; the given one is its prefix
        std::string level;
    };
    /// The file at the wanted level or, when revocation data cannot be had yet, at least at B-T. Throws signing::SigningError when nothing
    /// could be added; timeStampUnavailable also while the server is left alone after a failure.
    [[nodiscard]] Raised raise(std::string_view document, const std::string& reached, const std::string& target,
                               const std::vector<signing::Certificate>& chain);
    /// When the archive time-stamp of the file has to be renewed; nothing when it has none.
    [[nodiscard]] std::optional<Timestamp> renewBefore(std::string_view document);
    /// True when it makes sense to ask for time-stamps now.
    [[nodiscard]] bool canStamp() const { return timeStamps_.areWanted() && timeStamps_.client().has_value(); }

private:
    [[nodiscard]] signing::Bytes increment(std::string_view document, const std::string& level,
                                           const std::vector<signing::Certificate>& chain);
    [[nodiscard]] bool areChainsTrusted(std::string_view document);

    TrustRoots& roots_;
    TimeStamps& timeStamps_;
    Clock& clock_;
    signing::HttpFetcher fetcher_;
    signing::CrlCache lists_;
};

}  // namespace congvu::signingdesk
