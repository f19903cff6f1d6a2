// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/jobs/Jobs.h"
#include "congvu/plugin/Plugin.h"

#include <memory>

namespace congvu::signingdesk {

/// Keys, the signing desk and the verification of signatures (README.md).
class SigningPlugin : public Plugin {
public:
    SigningPlugin();
    ~SigningPlugin() override;
    void start(PluginContext& context) override;

private:
    struct Parts;
    static void addJobs(jobs::Jobs& jobs, Parts& parts);
    std::unique_ptr<Parts> parts_;
};

}  // namespace congvu::signingdesk
