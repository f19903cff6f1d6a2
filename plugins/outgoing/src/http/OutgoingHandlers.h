// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/forms/Forms.h"
#include "congvu/http/Request.h"
#include "congvu/http/Response.h"
#include "service/Drafting.h"
#include "service/Issuing.h"
#include "service/ReadDocuments.h"
#include "service/Reviewing.h"
#include "service/TakeSignature.h"

namespace congvu::outgoing {

/// Translates requests into use cases and results into answers.
class OutgoingHandlers {
public:
    OutgoingHandlers(ReadDocuments& reading, Drafting& drafting, Reviewing& reviewing, TakeSignature& taking, Issuing& issuing,
                     forms::Forms& forms)
        : reading_(reading), drafting_(drafting), reviewing_(reviewing), taking_(taking), issuing_(issuing), forms_(forms) {}

    http::Response listForms(const http::Request& request);
    http::Response getForm(const http::Request& request);
    http::Response preview(const http::Request& request);
    http::Response defaults(const http::Request& request);
    http::Response suggestedChain(const http::Request& request);
    http::Response formUse(const http::Request& request);

    http::Response list(const http::Request& request);
    http::Response counters(const http::Request& request);
    http::Response get(const http::Request& request);
    http::Response versions(const http::Request& request);
    http::Response timeline(const http::Request& request);
    http::Response file(const http::Request& request);

    http::Response create(const http::Request& request);
    http::Response edit(const http::Request& request);
    http::Response cancel(const http::Request& request);

    http::Response submit(const http::Request& request);
    http::Response pass(const http::Request& request);
    http::Response giveBack(const http::Request& request);
    http::Response withdraw(const http::Request& request);
    http::Response takeSignature(const http::Request& request);

    http::Response number(const http::Request& request);
    http::Response cancelNumber(const http::Request& request);
    http::Response seal(const http::Request& request);
    http::Response issue(const http::Request& request);
    http::Response recall(const http::Request& request);

private:
    /// The id of the path, of a document that the caller sees; AppError notFound otherwise, whatever else is wrong with the request.
    std::string_view visibleId(const http::Request& request);

    ReadDocuments& reading_;
    Drafting& drafting_;
    Reviewing& reviewing_;
    TakeSignature& taking_;
    Issuing& issuing_;
    forms::Forms& forms_;
};

}  // namespace congvu::outgoing
